import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Located } from '../engine.ts';

/** A machine takes the one its processor can run. */
export const WASM_FILES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'] as const;
/** This project's kernels: built from `assembly/` by `npm run build:kernels`. */
export const KERNELS_FILE = 'kernels.wasm';
export const kernelsPath = (): string => fileURLToPath(new URL(`assembly/${KERNELS_FILE}`, import.meta.url));

export function locateWasm(): Located {
  const manifest = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  const files = [...WASM_FILES.map((name) => join(manifest, '../dist', name)), kernelsPath()];
  return {
    ok: true,
    parts: {
      files,
      libraries: [],
      links: [],
      isNative: false,
      memoryMib: 0,
      detail: 'TensorFlow.js on WebAssembly',
    },
  };
}
