import type { HostEvent } from '#graders/protocol/host.ts';
import type { Epoch } from '#lib/core/assignments/report.ts';

type Stage = Extract<HostEvent, { kind: 'stage' }>['stage'];

/** At most ten events of a kind per second: a fast training has hundreds of epochs a second, and a page shows a curve. */
const EVERY_MS = 100;

/** Tells the worker how a job goes on. All epochs are in the report; here some are skipped, never the last planned one. */
export class Progress {
  readonly #id: string;
  readonly #emit: (event: HostEvent) => void;
  #epochAt = -Infinity;
  #text = '';
  #timer: NodeJS.Timeout | null = null;

  constructor(id: string, emit: (event: HostEvent) => void) {
    this.#id = id;
    this.#emit = emit;
  }

  stage(stage: Stage, place: { seed: number; run: number; runs: number }): void {
    this.#emit({ kind: 'stage', id: this.#id, stage, ...place });
  }

  epoch(seed: number, epoch: Epoch, epochs: number | null): void {
    const now = performance.now();
    if (now - this.#epochAt < EVERY_MS && epoch.epoch !== epochs) return;
    this.#epochAt = now;
    this.#emit({ kind: 'epoch', id: this.#id, seed, epoch, epochs });
  }

  output(text: string): void {
    this.#text += text;
    this.#timer ??= setTimeout(() => this.#flush(), EVERY_MS);
  }

  /** Sends what is held back. */
  end(): void {
    this.#flush();
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#text !== '') this.#emit({ kind: 'output', id: this.#id, text: this.#text });
    this.#text = '';
  }
}
