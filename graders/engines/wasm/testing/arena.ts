import { readFileSync } from 'node:fs';
import { openKernels, type Address, type Kernels } from '../kernels.ts';
import { kernelsPath } from '../locate.ts';

/** The kernels on a memory of their own, without tfjs. Every piece of memory has a margin that no kernel may write to. */
export type Arena = {
  kernels: Kernels;
  /** Puts numbers into memory: whole ones as such when `whole`. */
  put(values: ArrayLike<number>, whole?: boolean): Address;
  /** Memory for a result, filled with something that a kernel must replace. */
  room(floats: number): Address;
  floats(at: Address, count: number): Float32Array;
  integers(at: Address, count: number): Int32Array;
  /** Throws when a kernel wrote outside what it was given. */
  checkMargins(): void;
};

const PAGES = 512;
const MARGIN = 16;
const MARK = 12345;

export async function openArena(): Promise<Arena> {
  const memory = new WebAssembly.Memory({ initial: PAGES });
  const kernels = await openKernels(readFileSync(kernelsPath()), memory);
  const [floats, integers] = [new Float32Array(memory.buffer), new Int32Array(memory.buffer)];
  const margins: number[] = [];
  let next = 0;
  const take = (count: number): Address => {
    for (const at of [next, next + MARGIN + count]) {
      margins.push(at);
      floats.fill(MARK, at, at + MARGIN);
    }
    const at = next + MARGIN;
    next = at + count + MARGIN;
    floats.fill(NaN, at, at + count);
    return 4 * at;
  };
  return {
    kernels,
    put: (values, whole = false) => {
      const at = take(values.length);
      (whole ? integers : floats).set(values, at / 4);
      return at;
    },
    room: take,
    floats: (at, count) => floats.slice(at / 4, at / 4 + count),
    integers: (at, count) => integers.slice(at / 4, at / 4 + count),
    checkMargins: () => {
      const broken = margins.find((at) => floats.subarray(at, at + MARGIN).some((value) => value !== MARK));
      if (broken !== undefined) throw new Error(`a kernel wrote outside its memory, at float ${broken}`);
      [next, margins.length] = [0, 0];
    },
  };
}
