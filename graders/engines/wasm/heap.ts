import { engine, findBackend, tidy } from '@tensorflow/tfjs';
import type { Tensor, TensorInfo, Variable } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { GEOMETRY_BYTES, toIntegers, type Geometry } from './geometry.ts';
import { openKernels, type Address, type Kernels } from './kernels.ts';

/** The emscripten module below the backend, as far as this project uses it. */
type Module = {
  asm: { memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: Address): void;
  tfjs: {
    disposeData(id: number): void;
    registerTensor(id: number, size: number, address: Address): void;
  };
};

/** The memory of the wasm backend, where this project's kernels work on tensors in place. */
export type Heap = {
  backend: BackendWasm;
  memory: WebAssembly.Memory;
  kernels: Kernels;
  /** Where the values of a tensor begin. */
  address(tensor: TensorInfo): Address;
  /** All of the memory as floats or as whole numbers. Valid until something is allocated: ask again after. */
  floats(): Float32Array;
  integers(): Int32Array;
  /** Memory of its own, with what was there before; `free` gives it back. Throws when there is no more. */
  allocate(bytes: number): Address;
  free(address: Address): void;
  /** Memory that lasts until the next call of `scratch`, for one kernel. */
  scratch(bytes: number): Address;
  /** Where the shape of a convolution or of a pool lies, until the next call of `geometry`. */
  geometry(geometry: Geometry): Address;
  /** A new tensor with what was in memory before. */
  tensor(shape: number[]): Tensor;
  /**
   * Where the values of a variable lie once they are nobody else's, to be changed in place: `reshape`, `assign` and `setWeights` share
   * them, and whoever kept such a tensor must not see it change. Call `touch` after the change.
   */
  own(variable: Variable): Address;
  /** Tells the backend that a variable changed in place: XNNPACK keeps packed copies of weights that it has seen. */
  touch(variable: Variable): void;
};

let opened: Heap | undefined;

/** The heap of this process. Throws when the wasm backend runs without this project's kernels. */
export function heap(): Heap {
  if (!opened) throw new Error('the kernels of the wasm engine were not loaded');
  return opened;
}

/** Whether there is one: not with `DERIN_PLAIN=1` and on engines without the wasm backend. */
export const hasHeap = (): boolean => opened !== undefined;

/** Puts the kernels (the bytes of kernels.wasm) on the memory of the wasm backend, which must be ready. Once per process. */
export async function openHeap(bytes: BufferSource): Promise<Heap> {
  const backend = findBackend('wasm') as BackendWasm;
  const emscripten = backend.wasm as unknown as Module;
  const kernels = await openKernels(bytes, emscripten.asm.memory);
  opened = makeHeap(backend, emscripten, kernels);
  return opened;
}

function makeHeap(backend: BackendWasm, emscripten: Module, kernels: Kernels): Heap {
  const { memory } = emscripten.asm;
  const dataOf = (tensor: TensorInfo) => backend.dataIdMap.get(tensor.dataId);
  const views = viewsOf(memory);
  const allocate = (bytes: number): Address => {
    const address = emscripten._malloc(Math.max(bytes, 16)) >>> 0;
    if (address === 0) throw new RangeError('the memory of the wasm engine is full (4 GB)');
    return address;
  };
  const tensor = (shape: number[]): Tensor => {
    const { dataId } = backend.makeOutput(shape, 'float32');
    return engine().makeTensorFromDataId(dataId, shape, 'float32', backend);
  };
  const shape = allocate(GEOMETRY_BYTES);
  const address = (each: TensorInfo) => dataOf(each).memoryOffset;
  return {
    backend,
    memory,
    kernels,
    address,
    floats: () => views().floats,
    integers: () => views().integers,
    allocate,
    free: (at) => emscripten._free(at),
    scratch: makeScratchOf(allocate, (at) => emscripten._free(at)),
    geometry: (geometry) => {
      views().integers.set(toIntegers(geometry), shape / 4);
      return shape;
    },
    tensor,
    own: (variable) => {
      if (dataOf(variable).refCount > 1) separate(variable, tensor, address, () => views().floats);
      return address(variable);
    },
    touch: (variable) => {
      const { id, memoryOffset } = dataOf(variable);
      emscripten.tfjs.disposeData(id);

      emscripten.tfjs.registerTensor(id, variable.size, memoryOffset);
    },
  };
}

/** Growing memory leaves earlier views empty. */
function viewsOf(memory: WebAssembly.Memory) {
  let [floats, integers] = [new Float32Array(0), new Int32Array(0)];
  return () => {
    if (floats.buffer !== memory.buffer)
      [floats, integers] = [new Float32Array(memory.buffer), new Int32Array(memory.buffer)];
    return { floats, integers };
  };
}

/** One piece of memory that grows to the most that was asked for. */
function makeScratchOf(allocate: Heap['allocate'], free: Heap['free']): Heap['scratch'] {
  let [at, size] = [0, 0];
  return (bytes) => {
    if (bytes > size) {
      if (at) free(at);
      [at, size] = [allocate(bytes), bytes];
    }
    return at;
  };
}

/** Gives a variable a copy of its values. */
function separate(
  variable: Variable,
  tensor: Heap['tensor'],
  address: Heap['address'],
  floats: Heap['floats'],
): void {
  tidy(() => {
    const copy = tensor(variable.shape);
    const from = address(variable) / 4;
    floats().copyWithin(address(copy) / 4, from, from + variable.size);
    variable.assign(copy);
  });
}
