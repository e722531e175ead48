import { fromIntegers, type Geometry } from '../wasm/geometry.ts';
import type { Heap } from '../wasm/heap.ts';
import { ACTIVATIONS, type Address, type Kernels } from '../wasm/kernels.ts';
import type { Multiply } from './multiply.ts';
import type { Matrix } from './sgemm.ts';

/** Values of a filter from which on products of patches by OpenBLAS are quicker than the wasm kernels, the patches included. */
const FILTER_MIN = 1024;
/** Floats of patches made at a time: they should still be in the cache when they are read. */
const PATCHES_MAX = 1 << 15;

type Convolutions = Pick<
  Kernels,
  | 'conv'
  | 'convScratch'
  | 'convFilterGradient'
  | 'convFilterGradientScratch'
  | 'convInputGradient'
  | 'convInputGradientScratch'
>;

/** A convolution as a product: a row per pixel, the `inner` values of a patch, a column per filter. `step`: how many pixels at a time. */
type Product = { rows: number; inner: number; columns: number; step: number };

function productOf(g: Geometry): Product {
  const [rows, inner] = [g.batch * g.outHeight * g.outWidth, g.filterHeight * g.filterWidth * g.inChannels];
  const step = Math.min(rows, Math.max(1, Math.floor(PATCHES_MAX / inner)));
  return { rows, inner, columns: g.outChannels, step };
}

/** Null where the wasm kernels are quicker. */
function largeProduct(g: Geometry): Product | null {
  const product = productOf(g);
  return product.rows > 0 && product.inner * product.columns >= FILTER_MIN ? product : null;
}

/** Calls `act` with the first pixel of each piece and the number of its pixels. */
function eachPiece({ rows, step }: Product, act: (first: number, count: number) => void): void {
  for (let first = 0; first < rows; first += step) act(first, Math.min(step, rows - first));
}

const matrix = (at: Address, row: number, isTransposed = false): Matrix => ({ at, row, isTransposed });
const LINEAR = { bias: 0, accumulate: 0, activation: ACTIVATIONS.linear } as const;

/** Convolutions with large filters, and their gradients, as products of patches. The others stay with the wasm kernels. */
export function convolutionsBy(multiply: Multiply, heap: Heap): Convolutions {
  const own = { ...heap.kernels };
  const { gatherPatches, addPatches } = own;
  const read = (at: Address) => fromIntegers(heap.integers(), at / 4);
  const room = (ownRoom: (at: Address) => number) => (at: Address) => {
    const product = largeProduct(read(at));
    return product ? 4 * product.step * product.inner : ownRoom(at);
  };
  return {
    convScratch: room(own.convScratch),
    convFilterGradientScratch: room(own.convFilterGradientScratch),
    convInputGradientScratch: room(own.convInputGradientScratch),
    conv: (at, x, filter, y, bias, activation, patches) => {
      const product = largeProduct(read(at));
      if (!product) return own.conv(at, x, filter, y, bias, activation, patches);
      const { inner, columns } = product;
      eachPiece(product, (first, rows) => {
        gatherPatches(at, x, first, rows, patches);
        const [size, to] = [{ rows, columns, inner }, y + 4 * first * columns];
        const more = { bias, accumulate: 0, activation } as const;
        multiply(size, matrix(patches, inner), matrix(filter, columns), to, columns, more);
      });
    },
    // dw = patchesᵀ · dy
    convFilterGradient: (at, x, dy, dw, patches) => {
      const product = largeProduct(read(at));
      if (!product) return own.convFilterGradient(at, x, dy, dw, patches);
      const { inner, columns } = product;
      eachPiece(product, (first, count) => {
        gatherPatches(at, x, first, count, patches);
        const size = { rows: inner, columns, inner: count };
        const [a, b] = [matrix(patches, inner, true), matrix(dy + 4 * first * columns, columns)];
        multiply(size, a, b, dw, columns, { ...LINEAR, accumulate: first === 0 ? 0 : 1 });
      });
    },
    // dx = the patches dy · filterᵀ, each added where it was cut out.
    convInputGradient: (at, dy, filter, dx, patches) => {
      const geometry = read(at);
      const product = largeProduct(geometry);
      if (!product) return own.convInputGradient(at, dy, filter, dx, patches);
      const { inner, columns } = product;
      const { batch, inHeight, inWidth, inChannels } = geometry;
      heap.floats().fill(0, dx / 4, dx / 4 + batch * inHeight * inWidth * inChannels);
      eachPiece(product, (first, rows) => {
        const [a, b] = [matrix(dy + 4 * first * columns, columns), matrix(filter, columns, true)];
        multiply({ rows, columns: inner, inner: columns }, a, b, patches, inner, LINEAR);
        addPatches(at, patches, first, rows, dx);
      });
    },
  };
}
