import type { StartEngine } from '../engine.ts';
import { dropAddons } from '../native.ts';
import { hasHeap, heap, type Heap } from '../wasm/heap.ts';
import { start as startWasm } from '../wasm/start.ts';
import { convolutionsBy } from './conv2d.ts';
import { multiplyBy } from './multiply.ts';
import { productsBy } from './products.ts';
import { loadSgemm, type Sgemm } from './sgemm.ts';

/** The wasm engine with its larger products and convolutions by OpenBLAS on the same memory. Plain, it is the plain wasm engine. */
export const start: StartEngine = async (find) => {
  await startWasm(find);
  if (hasHeap()) multiplyWith(loadSgemm(find, heap().memory), heap());
  dropAddons();
};

/** From here on every caller of the kernels computes with OpenBLAS: tfjs's operations, recurrent layers and compiled steps. */
export function multiplyWith(sgemm: Sgemm, to: Heap): void {
  const multiply = multiplyBy(sgemm, to.kernels);
  Object.assign(to.kernels, productsBy(multiply, to), convolutionsBy(multiply, to));
}
