import type { Address } from '../wasm/kernels.ts';

/** Where a matrix of `rows` rows of `width` floats, `row` floats apart, lies for native code. Throws a RangeError when it is not inside the memory. */
export type Locate = (at: Address, rows: number, row: number, width: number) => number;

/** Taken before a submission runs, which could put its own in their place and so have native code write anywhere. */
const { apply } = Reflect;
const Bytes = Uint8Array;
const bufferOf = Object.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, 'buffer')!.get!;
const lengthOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')!.get!;

/** Addresses in a wasm memory that may grow → addresses in the process. */
export function followMemory(memory: WebAssembly.Memory, addressOf: (bytes: Uint8Array) => bigint): Locate {
  let [known, base, size] = [null as ArrayBuffer | null, 0, 0];
  const look = (buffer: ArrayBuffer): void => {
    base = Number(addressOf(new Bytes(buffer)));
    size = apply(lengthOf, buffer, []) as number;
    known = buffer;
  };
  return (at, rows, row, width) => {
    const buffer = apply(bufferOf, memory, []) as ArrayBuffer;
    if (buffer !== known) look(buffer);
    const from = at >>> 0;
    const isInside = rows > 0 && width > 0 && row >= width && from + 4 * ((rows - 1) * row + width) <= size;
    if (!isInside) throw new RangeError('a matrix outside the memory of the wasm engine');
    return base + from;
  };
}
