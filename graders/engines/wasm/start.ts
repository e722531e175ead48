import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { PLAIN_ARGUMENT } from '#graders/protocol/plain.ts';
import type { StartEngine } from '../engine.ts';
import { openHeap } from './heap.ts';
import { KERNELS_FILE, WASM_FILES } from './locate.ts';
import { registerFastKernels } from './fast/register.ts';
import { installOptimizers } from './optimizers/install.ts';
import { registerPlainKernels } from './plain/register.ts';
import { installStep } from './step/install.ts';
import { installRecurrent } from './recurrent/layer.ts';

/**
 * Turns every acceleration off: tfjs's own kernels, completed and corrected where they must be. Read once, when the engine starts; a box
 * has no environment and is told by an argument.
 */
const IS_PLAIN = process.env['DERIN_PLAIN'] === '1' || process.argv.includes(PLAIN_ARGUMENT);

/** tfjs on the wasm backend with this project's kernels. */
export const start: StartEngine = async (find) => {
  // All in one folder; a map would have to name the threaded one as well, which Node never runs.
  setWasmPaths(`${dirname(find(WASM_FILES[0]))}/`);
  if (!(await tf.setBackend('wasm'))) throw new Error(`no wasm backend from ${find(WASM_FILES[0])}`);
  await tf.ready();
  registerPlainKernels();
  if (!IS_PLAIN) {
    const heap = await openHeap(await readFile(find(KERNELS_FILE)));
    registerFastKernels(heap);
    installOptimizers();
    installRecurrent();
    installStep(heap);
  }
  // Emscripten's handlers rethrow whatever they see and would hide our own.
  process.removeAllListeners('unhandledRejection').removeAllListeners('uncaughtException');
};
