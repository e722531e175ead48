import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { librariesOf } from '#graders/sandbox/libraries.ts';
import type { Located } from '../engine.ts';
import { locateWasm } from '../wasm/locate.ts';

/** Names of the files, in a box and here. */
export const OPENBLAS = 'libopenblas.so.0';
export const KOFFI = 'koffi.node';

/** Where Debian's libopenblas0-pthread puts it. */
const OPENBLAS_PATH = `/usr/lib/x86_64-linux-gnu/openblas-pthread/${OPENBLAS}`;
/** The prebuilt library of koffi for this platform, a package without install script; `koffi` itself would compile where it is absent. */
const KOFFI_PATH = `@koromix/koffi-linux-x64/linux_x64/${KOFFI}`;
/** The library and its work buffer of 32 MiB for one thread. */
const MEMORY_MIB = 64;

export function locateWasmBlas(): Located {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { ok: false, why: `it needs Linux on x86-64, this is ${process.platform} on ${process.arch}` };
  if (!existsSync(OPENBLAS_PATH))
    return { ok: false, why: 'OpenBLAS is not installed: apt-get install -y libopenblas0-pthread' };
  const koffi = resolveOptional(KOFFI_PATH);
  if (!koffi)
    return { ok: false, why: 'the optional package @koromix/koffi-linux-x64 is not installed: npm ci' };
  const wasm = locateWasm();
  if (!wasm.ok) return wasm;
  try {
    const libraries = [...librariesOf(OPENBLAS_PATH), ...librariesOf(koffi)];
    const files = [...wasm.parts.files, OPENBLAS_PATH, koffi];
    const detail = `${basename(realpathSync(OPENBLAS_PATH), '.so')} through koffi, one thread`;
    return {
      ok: true,
      parts: { files, libraries, links: [], isNative: true, memoryMib: MEMORY_MIB, detail },
    };
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}

function resolveOptional(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}
