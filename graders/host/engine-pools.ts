import { ensureBundle, EngineMissing } from '#graders/box/bundle.ts';
import type { Proof } from '#graders/protocol/host.ts';
import type { Machine } from '#graders/sandbox/machine.ts';
import type { Slots } from '#graders/sandbox/slots.ts';
import { ENGINE_IDS, FALLBACK_ENGINE, type EngineId } from '#lib/core/engines.ts';
import { Pool } from './pool.ts';

export type EngineState = Proof['engines'][number];

/**
 * One pool of boxes for each engine. Boxes of the fallback are kept warm from the start, those of another from its first job on, until
 * none came between one proof and the next. Whether an engine is usable is never believed of its files: a box is started with it.
 */
export class EnginePools {
  readonly #machine: Machine;
  readonly #slots: Slots;
  readonly #warmBoxes: number;
  readonly #pools = new Map<string, Promise<Pool>>();

  constructor(machine: Machine, slots: Slots, warmBoxes: number) {
    this.#machine = machine;
    this.#slots = slots;
    this.#warmBoxes = warmBoxes;
  }

  /** Opened on the first call. Throws `EngineMissing`, and when the programs cannot be built. */
  of(id: EngineId, isPlain = false): Promise<Pool> {
    const key = isPlain ? `${id} plain` : id;
    const open = this.#pools.get(key) ?? this.#open(id, isPlain);
    this.#pools.set(key, open);
    open.catch(() => this.#pools.delete(key));
    return open;
  }

  /** Starts a box with each engine. */
  check(): Promise<EngineState[]> {
    return Promise.all(ENGINE_IDS.map((id) => this.#check(id)));
  }

  async close(): Promise<void> {
    const pools = await Promise.allSettled(this.#pools.values());
    await Promise.all(pools.map((pool) => pool.status === 'fulfilled' && pool.value.close()));
  }

  /** Plain training is for comparisons: no box waits for it. */
  async #open(id: EngineId, isPlain: boolean): Promise<Pool> {
    return new Pool(this.#machine, this.#slots, await ensureBundle(id), isPlain ? 0 : this.#warmBoxes, isPlain);
  }

  async #check(id: EngineId): Promise<EngineState> {
    try {
      const pool = await this.of(id);
      if (id === FALLBACK_ENGINE) (['train', 'score'] as const).forEach((purpose) => pool.fill(purpose));
      else await pool.rest();
      await pool.check();
      return { id, usable: true, why: null, detail: pool.detail };
    } catch (error) {
      // Looked for anew next time: it may have been installed or mended meanwhile.
      this.#pools.delete(id);
      const message = error instanceof Error ? error.message : String(error);
      const why = error instanceof EngineMissing ? message : `a box with it does not start: ${message}`;
      return { id, usable: false, why, detail: null };
    }
  }
}
