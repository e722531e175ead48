import type { StartEngine } from '../engine.ts';
import { dropAddons } from '../native.ts';
import { start as startWasm } from '../wasm/start.ts';
import { loadMultiply } from './blas.ts';
import { registerConv2d } from './conv2d.ts';
import { registerMatMul } from './matmul.ts';

/** The wasm engine with its matrix products and convolutions done by OpenBLAS on the same memory. */
export const start: StartEngine = async (find) => {
  await startWasm(find);
  const multiply = loadMultiply(find);
  dropAddons();
  registerMatMul(multiply);
  registerConv2d(multiply);
};
