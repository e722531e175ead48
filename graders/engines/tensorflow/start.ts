import util from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { NodeJSKernelBackend } from '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js';
import '@tensorflow/tfjs-node-gpu/dist/register_all_kernels.js';
import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import type { StartEngine } from '../engine.ts';
import { dropAddons, loadAddon } from '../native.ts';
import { ADDON } from './locate.ts';
import { drawMultinomialHere } from './multinomial.ts';

const BACKEND = 'tensorflow';

/**
 * TensorFlow reads these when it is loaded. One thread of each kind: other counts give other bits, and on models of this size more of
 * them cost time. Only errors are logged.
 */
const ENVIRONMENT = {
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: '1',
  TF_CPP_MIN_LOG_LEVEL: '3',
};

/** tfjs-node's backend on the library that `npm run engine:tensorflow` made. */
export const start: StartEngine = async (find) => {
  Object.assign(process.env, ENVIRONMENT);
  restoreUtil();
  const binding = loadAddon<TFJSBinding>(find(ADDON));
  dropAddons();
  tf.registerBackend(BACKEND, () => new NodeJSKernelBackend(binding, '@tensorflow/tfjs-node-gpu'));
  if (!(await tf.setBackend(BACKEND))) throw new Error('the tensorflow backend does not start');
  await tf.ready();
  drawMultinomialHere(BACKEND);
};

/** tfjs-node 4.22 calls two functions of `util` that Node 23 took away (tfjs issue 8609). */
function restoreUtil(): void {
  const old = util as unknown as Record<string, unknown>;
  old['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  old['isArray'] ??= Array.isArray;
}
