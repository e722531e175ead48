import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { StartEngine } from '../engine.ts';
import { WASM_FILES } from './locate.ts';
import { registerWasmKernels } from './register.ts';

/** tfjs on the wasm backend with this project's kernels. */
export const start: StartEngine = async (find) => {
  // All in one folder; a map would have to name the threaded one as well, which Node never runs.
  setWasmPaths(`${dirname(find(WASM_FILES[0]))}/`);
  if (!(await tf.setBackend('wasm'))) throw new Error(`no wasm backend from ${find(WASM_FILES[0])}`);
  await tf.ready();
  registerWasmKernels();
  // Emscripten's handlers rethrow whatever they see and would hide our own.
  process.removeAllListeners('unhandledRejection').removeAllListeners('uncaughtException');
};
