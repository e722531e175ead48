import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { mulberry32 } from '#lib/core/rng.ts';
import { folderOf, MANIFEST, manifestSchema, SEEDS, type TensorflowId } from '../locate.ts';
import { bindingFolder, compileAddon } from './compile.ts';
import { TENSORFLOW, TFJS, WHEELS } from './pins.ts';
import { readTool, requireTools, SetupError } from './tools.ts';
import { checkSymbols, downloadWheel, unpackWheel } from './wheel.ts';

/**
 * TensorFlow's libraries out of a Python wheel and tfjs-node's binding compiled against them, so
 * that nothing but package registries is asked. Made in a draft folder and moved into place when it has computed something: whatever
 * fails before leaves every engine as it was.
 */
const say = (line: string): void => void process.stderr.write(`${line}\n`);
/** Unpacked libraries before stripping, wheel and headers, with room to spare. */
const NEEDED_MIB: Record<TensorflowId, number> = { tensorflow: 1800, 'tensorflow-gpu': 3000 };

/** Throws `SetupError`; does nothing where the engine is complete already. */
export function setup(id: TensorflowId, folder = folderOf(id)): void {
  const draft = `${folder}.draft`;
  const manifest = { tensorflow: TENSORFLOW, tfjs: TFJS, wheel: WHEELS[id].sha256 };
  if (isInstalled(folder, manifest)) return say(`${id} is installed already, in ${shown(folder)}.`);
  requirePlatform();
  requireTools();
  bindingFolder();
  const scratch = makeAnew(draft);
  try {
    requireSpace(draft, NEEDED_MIB[id]);
    build(id, scratch, draft);
    writeFileSync(join(draft, SEEDS), Uint8Array.from({ length: 4096 }, byteOf(mulberry32(1))));
    writeFileSync(join(draft, MANIFEST), `${JSON.stringify(manifest)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  say(`${id} is ready in ${shown(folder)}. "npm run -s derin -- doctor" shows whether a box runs with it.`);
}

const shown = (folder: string): string => relative(process.cwd(), folder);

function build(id: TensorflowId, scratch: string, folder: string): void {
  const { name, megabytes } = WHEELS[id];
  const step = stepper(5);
  step(`downloading ${name} ${TENSORFLOW} (${megabytes} MB)`);
  const wheel = downloadWheel(id, scratch);
  step('unpacking the libraries');
  unpackWheel(wheel, scratch, folder);
  step('checking their symbols');
  checkSymbols(folder);
  step('compiling the binding (10 to 20 seconds)');
  compileAddon(scratch, folder);
  rmSync(scratch, { recursive: true });
  step('computing with it');
  checkEngine(folder);
}

function stepper(steps: number): (what: string) => void {
  const startedAt = performance.now();
  let at = 0;
  return (what) =>
    say(`[${++at}/${steps}, ${Math.round((performance.now() - startedAt) / 1000)} s] ${what} …`);
}

function checkEngine(folder: string): void {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'check.ts'), folder];
  const version = readTool('Computing with the engine', process.execPath, args).trim().split('\n').at(-1);
  if (version !== TENSORFLOW)
    throw new SetupError(`The libraries call themselves ${version}, not ${TENSORFLOW}.`);
}

/** Complete, of these versions, and able to compute. */
function isInstalled(folder: string, wanted: object): boolean {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return false;
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (JSON.stringify(manifest) !== JSON.stringify(wanted)) return false;
    checkEngine(folder);
    return true;
  } catch {
    say(`What is in ${shown(folder)} does not work; it is made anew.`);
    return false;
  }
}

/** An empty draft, whatever an earlier run left of one; gives its folder for what is not kept. */
function makeAnew(draft: string): string {
  const scratch = join(draft, 'scratch');
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
  } catch (error) {
    throw new SetupError(`${draft} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  return scratch;
}

function requirePlatform(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(
      `TensorFlow's wheel is for Linux on x86-64; this is ${process.platform} on ${process.arch}.`,
    );
}

function requireSpace(folder: string, mib: number): void {
  const { bavail, bsize } = statfsSync(dirname(folder));
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < mib)
    throw new SetupError(`${mib} MiB of disk are needed while it is made, ${free} MiB are free.`);
}

const byteOf = (draw: () => number) => (): number => Math.floor(draw() * 256);
