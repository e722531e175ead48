import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';

/** Memory that is given back together. */
export class Arena {
  readonly #heap: Heap;
  #held: Address[] = [];

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** Room for `count` floats, with what was there before. */
  floats(count: number): Address {
    const at = this.#heap.allocate(4 * count);
    this.#held.push(at);
    return at;
  }

  free(): void {
    for (const at of this.#held) this.#heap.free(at);
    this.#held = [];
  }
}
