import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerWasmKernels } from '#graders/engines/wasm/register.ts';

/** tfjs on the wasm backend with this project's kernels. `wasmFolder` ends with a slash and holds the backend's .wasm files. */
export async function startEngine(wasmFolder: string): Promise<void> {
  setWasmPaths(wasmFolder);
  if (!(await tf.setBackend('wasm'))) throw new Error(`no wasm backend from ${wasmFolder}`);
  await tf.ready();
  registerWasmKernels();
  // Emscripten's handlers rethrow whatever they see and would hide our own.
  process.removeAllListeners('unhandledRejection').removeAllListeners('uncaughtException');
}
