import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bindingFolder } from './compile.ts';
import { SYMBOLS } from './pins.ts';
import { setup } from './setup.ts';
import { SetupError } from './tools.ts';

/** What goes wrong on real machines; that it goes right takes a download of 270 MB and is shown by the contract suite on the result. */
let home: string;
let folder: string;
const before = { ...process.env };

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'derin-setup-'));
  folder = path.join(home, 'tensorflow');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  process.env = { ...before };
  vi.restoreAllMocks();
  rmSync(home, { recursive: true });
});

/** A PATH with these tools only, each one that answers. */
function tools(...names: string[]): void {
  mkdirSync(path.join(home, 'bin'));
  for (const name of names) symlinkSync('/bin/true', path.join(home, 'bin', name));
  process.env['PATH'] = path.join(home, 'bin');
}

const problem = (): string => {
  try {
    setup('tensorflow', folder);
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
  return 'no problem';
};

test('without a compiler one sentence names the package, and nothing is made', () => {
  tools('nm', 'strip', 'ldd', 'python3');
  expect(problem()).toBe('Not installed: g++. Type: sudo apt-get install -y g++');
  expect(existsSync(`${folder}.draft`)).toBe(false);
});

test('all that is missing is named at once', () => {
  tools('g++', 'ldd');
  expect(problem()).toBe('Not installed: nm, strip, python3. Type: sudo apt-get install -y binutils python3');
});

test('a place that cannot be written is named', () => {
  writeFileSync(path.join(home, 'file'), '');
  folder = path.join(home, 'file/tensorflow');
  tools('g++', 'nm', 'strip', 'ldd', 'python3');
  expect(problem()).toMatch(/tensorflow\.draft cannot be written \(ENOTDIR\)\.$/);
});

const hasTools = [
  ['g++', '--version'],
  ['python3', '-m', 'pip', '--version'],
].every(([tool, ...args]) => spawnSync(tool!, args, { stdio: 'ignore' }).status === 0);

test.skipIf(!hasTools)('a wheel with another hash is refused, and the engine that was there stays', () => {
  const wheels = path.join(home, 'wheels');
  mkdirSync(wheels);
  writeFileSync(
    path.join(wheels, 'tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl'),
    'not the wheel',
  );
  Object.assign(process.env, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels });
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'engine.json'), '{"tensorflow":"2.20.0","tfjs":"4.22.0","wheel":"older"}');
  expect(problem()).toMatch(/^The download failed/);
  expect(readFileSync(path.join(folder, 'engine.json'), 'utf8')).toContain('2.20.0');
  expect(readdirSync(home).toSorted()).toEqual(['tensorflow', 'wheels']);
});

test('exactly the functions that the binding calls are looked for', () => {
  const folder = path.join(bindingFolder(), 'binding');
  const source = readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const called = new Set([...source.matchAll(/\bTFE?_\w+(?=\()/g)].map(([name]) => name));
  // Inline functions and macros of the headers, and the binding's own.
  const own = /^(TF_TString_|TF_RETURN|TFE_Auto|TF_Auto)/;
  expect([...called].filter((name) => !own.test(name)).toSorted()).toEqual(SYMBOLS.toSorted());
});
