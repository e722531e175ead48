import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';
import { kernelsPath } from './locate.ts';

const SOURCES = join(import.meta.dirname, 'assembly');
/**
 * The module imports its memory and brings no data and no runtime of its own, so it can work on the memory of the tfjs backend. Without
 * relaxed instructions: they would give other bits on other processors.
 */
const OPTIONS =
  '--runtime stub --importMemory --initialMemory 1 --noExportMemory --noAssert --enable simd,bulk-memory ' +
  '--optimizeLevel 3 --shrinkLevel 0 --converge';

/** Compiles `assembly/` to the bytes of kernels.wasm. The same bytes for the same sources. Throws what the compiler says. */
export async function compileKernels(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'kernels.wasm', ...OPTIONS.split(' ')], {
    readFile: (name) => readFile(join(SOURCES, name), 'utf8').catch(() => null),
    writeFile: (_, contents) => void (bytes = contents as Uint8Array),
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`The kernels do not compile.\n${stderr.toString()}`);
  return bytes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bytes = await compileKernels();
  await writeFile(kernelsPath(), bytes);
  process.stdout.write(`${basename(kernelsPath())}: ${bytes.length} bytes\n`);
}
