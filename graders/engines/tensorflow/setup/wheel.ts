import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARIES, type TensorflowId } from '../locate.ts';
import { HEADERS, INCLUDE_FOLDER, LIBRARY_FOLDER, SYMBOLS, TENSORFLOW, WHEEL_TAGS, WHEELS } from './pins.ts';
import { readTool, runTool, SetupError } from './tools.ts';

/** Downloads the pinned wheel into `folder`; pip refuses one with another hash. */
export function downloadWheel(id: TensorflowId, folder: string): string {
  const { name, sha256 } = WHEELS[id];
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `${name}==${TENSORFLOW} --hash=sha256:${sha256}\n`);
  const exactly = ['--require-hashes', '--no-deps', '--only-binary=:all:', ...WHEEL_TAGS];
  const quietly = ['--disable-pip-version-check', '--no-cache-dir', '--progress-bar', 'on'];
  const args = ['-m', 'pip', 'download', ...exactly, ...quietly, '-d', folder, '-r', requirements];
  runTool('The download', 'python3', args);
  return join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.whl'))!,
  );
}

/** Takes libraries and headers out of the wheel and deletes it. The libraries lose the symbols nobody links against: a quarter. */
export function unpackWheel(wheel: string, scratch: string, folder: string): void {
  const script = join(import.meta.dirname, 'unpack.py');
  const libraries = LIBRARIES.map((name) => `${LIBRARY_FOLDER}${name}`);
  const headers = HEADERS.map((prefix) => `${INCLUDE_FOLDER}${prefix}`);
  runTool('Unpacking', 'python3', [script, wheel, scratch, ...libraries, ...headers]);
  rmSync(wheel);
  for (const name of LIBRARIES) {
    renameSync(join(scratch, LIBRARY_FOLDER, name), join(folder, name));
    runTool('Stripping', 'strip', ['--strip-unneeded', join(folder, name)]);
  }
}

/** Throws when a function that the binding calls is in neither library. */
export function checkSymbols(folder: string): void {
  const listing = LIBRARIES.map((name) =>
    readTool('Reading symbols', 'nm', ['-D', '--defined-only', join(folder, name)]),
  ).join('\n');
  // `address T name` or `address T name@@version`.
  const offered = new Set([...listing.matchAll(/ T ([A-Za-z_0-9]+)/g)].map((match) => match[1]!));
  const absent = SYMBOLS.filter((symbol) => !offered.has(symbol));
  if (absent.length > 0) throw new SetupError(`The libraries do not offer ${absent.join(', ')}.`);
}
