import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { launchBox, type BoxSpec } from '#graders/sandbox/box.ts';
import { openCgroups } from '#graders/sandbox/cgroup.ts';
import { inspectMachine, type Machine } from '#graders/sandbox/machine.ts';
import type { Layer } from '#graders/sandbox/layers.ts';
import { Slots } from '#graders/sandbox/slots.ts';
import { isolationHere } from './isolation-here.ts';

/** The operating system's layers alone: no flag of Node's helps here, and each guard is also tried without itself. */
vi.setConfig({ testTimeout: 90_000 });
const { proven, why } = await isolationHere();
const inspection = inspectMachine();
const machine = (inspection.ok ? inspection.machine : null)!;
const slots = new Slots(process.getuid?.() === 0);
const RULES = [{ type: 1, maxBytes: 0, maxCount: 1 }];
/** Wall time is generous: test files share the cores. */
const LIMITS = { memoryMib: 200, cpuSeconds: 4, wallSeconds: 60 };

/** Runs a script in a box; `said` is what it printed. */
async function run(script: string, more: Partial<BoxSpec> = {}, on: Machine = machine) {
  const ready = "require('node:fs').writeSync(4, Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]));";
  const box = launchBox(
    on,
    { binds: [], node: ['-e', `${ready}${script}`], rules: RULES, limits: LIMITS, ...more },
    slots.take(),
  );
  await box.next();
  await box.begin(LIMITS);
  const end = await box.ended;
  return { ...end, said: end.output.trim() };
}

const attempt = (act: string) =>
  `try { console.log(${act}) } catch (error) { console.log(error.code ?? error.message) }`;
const fs = "require('node:fs')";
/** Without pipes, so that nothing but the fork can fail. */
const SPAWN =
  "const { error } = require('node:child_process').spawnSync('/bin/node', ['-p', '6 * 7'], { stdio: 'inherit' }); if (error) console.log(error.code);";

test.skipIf(!proven)('a box holds Node, its libraries and nothing else', async () => {
  expect((await run(attempt(`${fs}.readdirSync('/').join()`))).said).toMatch(/^bin,lib(,lib64)?$/);
  expect((await run(attempt(`${fs}.readdirSync('/bin').join()`))).said).toBe('node');
});

test.skipIf(!proven)('the environment of the host does not enter', async () => {
  process.env['DERIN_CANARY'] = 'canary';
  expect((await run(attempt('Object.keys(process.env).sort().join()'))).said).toBe('PWD,UV_USE_IO_URING');
});

const PATHS = [
  '/etc/passwd',
  '/proc/self/environ',
  '/proc/1/root',
  '/proc/self/mem',
  '/dev/mem',
  '/sys',
  '/lib/../../etc/passwd',
];
test.skipIf(!proven).each(PATHS)('%s is not there', async (name) => {
  expect((await run(attempt(`${fs}.readFileSync('${name}', 'utf8')`))).said).toBe('ENOENT');
});

test.skipIf(!proven).each(['/x', '/bin/x', '/lib/x'])('nothing can be written: %s', async (name) => {
  expect((await run(attempt(`${fs}.writeFileSync('${name}', 'x')`))).said).toBe('EROFS');
});

test.skipIf(!proven)('report, host name and network interfaces tell nothing of the host', async () => {
  const { said } = await run(
    attempt(
      "JSON.stringify([require('node:os').hostname(), Object.keys(require('node:os').networkInterfaces())])",
    ),
  );
  expect(said).toMatch(/^(\["box",\[\]\]|ERR_SYSTEM_ERROR|EACCES)$/);
});

const CONTROLS: [string, string, Layer[], string, string][] = [
  ['starts a program', SPAWN, ['seccomp'], 'EPERM', '42'],
  [
    'opens a socket',
    "require('node:net').createServer().on('error', (e) => console.log(e.code)).listen(0, '127.0.0.1', () => { console.log('open'); process.exit() })",
    ['seccomp'],
    'EACCES',
    'open',
  ],
];
test.skipIf(!proven).each(CONTROLS)(
  'no box %s; without %s it would',
  async (_, script, without, guarded, open) => {
    expect((await run(script)).said).toBe(guarded);
    expect((await run(script, { without })).said).toBe(open);
  },
);

test.skipIf(!proven)('a descriptor left open does not enter; without the sweep it would', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-fd-'));
  writeFileSync(path.join(folder, 'labels'), 'labels');
  const plantedFd = openSync(path.join(folder, 'labels'), 'r');
  const script = attempt(
    `(() => { const b = Buffer.alloc(6); ${fs}.readSync(7, b, 0, 6, 0); return String(b); })()`,
  );
  expect((await run(script, { plantedFd })).said).not.toContain('labels');
  expect((await run(script, { plantedFd, without: ['descriptors'] })).said).toBe('labels');
  closeSync(plantedFd);
  rmSync(folder, { recursive: true });
});

test.skipIf(!proven)('descriptors run out before they hurt', async () => {
  const { said } = await run(
    `let n = 0; try { for (;;) { ${fs}.openSync('/bin/node'); n++; } } catch (error) { console.log(error.code, n < 64); }`,
  );
  expect(said).toBe('EMFILE true');
});

test.skipIf(!proven)('a bomb of workers is stopped by a limit', async () => {
  const { exitCode, limit } = await run(
    "const { Worker } = require('node:worker_threads'); for (let i = 0; i < 500; i++) new Worker('for (;;);', { eval: true });",
  );
  expect(limit !== null || exitCode !== 0).toBe(true);
});

const BOMBS: [string, string][] = [
  ['buffers', 'const all = []; for (;;) all.push(Buffer.alloc(8 << 20, 1));'],
  [
    'wasm memory',
    'const m = new WebAssembly.Memory({ initial: 1, maximum: 65536 }); for (;;) { m.grow(128); new Uint8Array(m.buffer).fill(1, m.buffer.byteLength - (8 << 20)); }',
  ],
  ['objects', 'const all = []; for (;;) all.push(new Array(1e5).fill({}));'],
  [
    'strings',
    "const all = []; for (let i = 0; ; i++) all.push(Buffer.alloc(1 << 20, 97 + (i % 26)).toString('latin1') + i);",
  ],
];
test.skipIf(!proven).each(BOMBS)(
  'a bomb of %s is a memory limit, by cgroup where there is one and by the watchdog where not',
  async (_, script) => {
    expect((await run(script)).limit).toBe('memory');
    expect((await run(script, {}, { ...machine, cgroups: openCgroups('/nowhere') })).limit).toBe('memory');
  },
);

test.skipIf(!proven)('a forged exit code is no limit', async () => {
  expect(await run('process.exit(137)')).toMatchObject({ limit: null, exitCode: 137 });
});

test.skipIf(!proven)('SIGTERM, SIGXCPU and exit handlers do not prolong a life', async () => {
  const script =
    "for (const name of ['SIGTERM', 'SIGXCPU', 'SIGINT']) process.on(name, () => {}); process.on('exit', () => { for (;;); }); process.exit(0);";
  expect((await run(script)).limit).toBe('cpu');
});

test.skipIf(!proven)('a box dies with a host that is killed', async () => {
  const script = `import { inspectMachine } from '#graders/sandbox/machine.ts';
    import { launchBox } from '#graders/sandbox/box.ts';
    import { Slots } from '#graders/sandbox/slots.ts';
    const box = launchBox(inspectMachine().machine, { binds: [], node: ['-e', 'setTimeout(() => {}, 60000);' + ${JSON.stringify(`${fs}.writeSync(4, Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]))`)}],
      rules: ${JSON.stringify(RULES)}, limits: ${JSON.stringify(LIMITS)} }, new Slots(process.getuid() === 0).take());
    await box.next();
    console.log(await box.pid());
    setTimeout(() => {}, 60000);`;
  const host = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(
    await new Promise((resolve) => host.stdout.once('data', (data) => resolve(String(data)))),
  );
  const isAlive = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  expect(isAlive()).toBe(true);
  host.kill('SIGKILL');
  for (let tries = 0; isAlive() && tries < 100; tries++) await sleep(20);
  // A box whose parent died is a zombie until init looks: dead all the same.
  expect(isAlive() && !isZombie(pid)).toBe(false);
});

function isZombie(pid: number): boolean {
  return /^State:\s+Z/m.test(process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/status`, 'utf8'));
}

test.skipIf(proven)(`no box is started here: ${why}`, () => {
  expect(why).not.toBe('');
});
