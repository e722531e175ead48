import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { EngineId } from '#lib/core/engines.ts';
import { librariesOf } from '#graders/sandbox/libraries.ts';
import type { Located } from '../engine.ts';

export type TensorflowId = Extract<EngineId, 'tensorflow' | 'tensorflow-gpu'>;

/** Names of the files, in a box and here. */
export const ADDON = 'tfjs_binding.node';
export const LIBRARIES = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'] as const;
/**
 * Stands in for /dev/urandom, which a box does not have and TensorFlow reads when it starts. A file of fixed bytes: what TensorFlow
 * draws for itself is then the same in each box.
 */
export const SEEDS = 'seeds';
/** Written last, so that a folder with it is complete. */
export const MANIFEST = 'engine.json';

export const manifestSchema = z.strictObject({
  tensorflow: z.string(),
  tfjs: z.string(),
  /** SHA-256 of the wheel the libraries came from. */
  wheel: z.string(),
});

/** Beside the code: it belongs to the installation, not to its data, and `npm ci` leaves it alone. */
export const folderOf = (id: TensorflowId): string =>
  join(fileURLToPath(new URL('../../.engines/', import.meta.url)), id);

/** TensorFlow ends the process when it cannot read the name of its program; a box has no /proc. */
const EXECUTABLE = { path: '/proc/self/exe', target: '/bin/node' };
/** A warm box has 424 MiB resident, one of the wasm engine 100: 285 more of the library, shared between boxes, and 40 of its own. */
const MEMORY_MIB = 384;

export function locateTensorflow(id: TensorflowId): Located {
  const folder = folderOf(id);
  const command = id === 'tensorflow' ? 'npm run engine:tensorflow' : 'npm run engine:tensorflow -- --gpu';
  if (!existsSync(join(folder, MANIFEST))) return { ok: false, why: `not installed: ${command}` };
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
    const files = [ADDON, ...LIBRARIES].map((name) => join(folder, name));
    const detail = `TensorFlow ${manifest.tensorflow} under TensorFlow.js ${manifest.tfjs}, one thread${deviceOf(id)}`;
    const libraries = [...librariesOf(files[0]!), { from: join(folder, SEEDS), to: '/dev/urandom' }];
    return {
      ok: true,
      parts: { files, libraries, links: [EXECUTABLE], isNative: true, memoryMib: MEMORY_MIB, detail },
    };
  } catch (error) {
    return { ok: false, why: `damaged (${(error as Error).message}); make it anew: ${command}` };
  }
}

/** Boxes are shown no device files, so that its kernels run on the processor. */
const deviceOf = (id: TensorflowId): string =>
  id === 'tensorflow'
    ? ''
    : existsSync('/dev/nvidiactl')
      ? '; the graphics card is not shown to boxes yet'
      : '; no CUDA device here, so on the processor';
