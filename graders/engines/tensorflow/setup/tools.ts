import { spawnSync } from 'node:child_process';

/** Something a person can mend: shown as one sentence. */
export class SetupError extends Error {}

const PACKAGES: Record<string, string> = {
  'g++': 'g++',
  nm: 'binutils',
  strip: 'binutils',
  python3: 'python3',
  pip: 'python3-pip',
  ldd: 'libc-bin',
};

/** All that is needed and missing, in one sentence. */
export function requireTools(): void {
  const missing = ['g++', 'nm', 'strip', 'ldd', 'python3'].filter((tool) => !answers(tool, '--version'));
  if (!missing.includes('python3') && !answers('python3', '-m', 'pip', '--version')) missing.push('pip');
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((tool) => PACKAGES[tool]))].join(' ');
  throw new SetupError(`Not installed: ${missing.join(', ')}. Type: sudo apt-get install -y ${packages}`);
}

const answers = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Runs a command with its output on our standard error; `what` names it when it fails. */
export function runTool(what: string, command: string, args: string[], cwd?: string): void {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], cwd });
  if (status !== 0)
    throw new SetupError(`${what} failed${error ? ` (${error.message})` : ''}; the lines above say why.`);
}

export function readTool(what: string, command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new SetupError(`${what} failed: ${stderr.trim()}`);
  return stdout;
}
