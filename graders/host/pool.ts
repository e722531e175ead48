import { setImmediate as nextTurn } from 'node:timers/promises';
import { SCORE_OUT, TRAIN_OUT, type FrameRule } from '#graders/protocol/box.ts';
import { PLAIN_ARGUMENT } from '#graders/protocol/plain.ts';
import type { Bundle } from '#graders/box/bundle.ts';
import { launchBox, type Box } from '#graders/sandbox/box.ts';
import type { Frame } from '#graders/sandbox/frame-reader.ts';
import type { Machine } from '#graders/sandbox/machine.ts';
import type { Slots } from '#graders/sandbox/slots.ts';
import { reachableByAll } from '#graders/sandbox/staging.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';

export type Purpose = 'train' | 'score';
/** A box whose program has said `ready`, and how long that took. `begin` starts its clocks, with the engine's own memory added. */
export type ReadyBox = { box: Box; readyMs: number; begin(limits: BoxLimits): Promise<void> };

/** What a box is started with before its job is known; a job that needs more gets a box of its own. */
const WARM_LIMITS: BoxLimits = { memoryMib: 1024, cpuSeconds: 300, wallSeconds: 300 };
const READY_WITHIN_MS = 20_000;
const RULES: Record<Purpose, readonly FrameRule[]> = {
  train: Object.values(TRAIN_OUT),
  score: Object.values(SCORE_OUT),
};

/** A box did not come up: our failure, whatever the student wrote. */
export class BoxNotReady extends Error {}

/**
 * Boxes that wait, loaded and warmed up, for a job. Each is used once and replaced: the 300 ms of a start are then over before a
 * student hands in. No student byte has been in a waiting box.
 */
export class Pool {
  readonly #machine: Machine;
  readonly #slots: Slots;
  readonly #bundle: Bundle;
  readonly #isPlain: boolean;
  readonly #wanted: Record<Purpose, number>;
  readonly #waiting: Record<Purpose, Promise<ReadyBox>[]> = { train: [], score: [] };
  readonly #live = new Set<Box>();
  #isClosed = false;
  #wasTaken = false;

  constructor(machine: Machine, slots: Slots, bundle: Bundle, warmBoxes: number, isPlain = false) {
    this.#machine = machine;
    this.#slots = slots;
    const files = machine.tools.setpriv === null ? bundle.files : reachableByAll(bundle.files);
    this.#bundle = { ...bundle, files };
    this.#isPlain = isPlain;
    this.#wanted = { train: warmBoxes, score: Math.min(warmBoxes, 1) };
  }

  /** What its engine is, for the operator. */
  get detail(): string {
    return this.#bundle.parts.detail;
  }

  /** Starts what is missing. Failures show when a box is taken. */
  fill(purpose: Purpose): void {
    while (!this.#isClosed && this.#waiting[purpose].length < this.#wanted[purpose]) {
      const ready = this.#start(purpose, WARM_LIMITS);
      ready.catch(() => {});
      this.#waiting[purpose].push(ready);
    }
  }

  /** Shows that boxes start: resolves when the first waiting train box is ready, or one started for this; rejects with `BoxNotReady`. */
  async check(): Promise<void> {
    const first = this.#waiting.train[0];
    if (!first) return void (await (await this.#start('train', WARM_LIMITS)).box.kill());
    try {
      await first;
    } catch (error) {
      this.#waiting.train = this.#waiting.train.filter((ready) => ready !== first);
      throw error;
    }
  }

  /** Ends the boxes that wait, unless one was taken since the last call: so many MiB are worth it only while students use them. */
  async rest(): Promise<void> {
    const wasTaken = this.#wasTaken;
    this.#wasTaken = false;
    if (wasTaken) return;
    const idle = [...this.#waiting.train.splice(0), ...this.#waiting.score.splice(0)];
    await Promise.all(idle.map((ready) => ready.then(({ box }) => box.kill()).catch(() => {})));
  }

  /** A fresh box for one job. Throws `BoxNotReady`. */
  async take(purpose: Purpose, limits: BoxLimits): Promise<ReadyBox> {
    this.#wasTaken = true;
    const fits = limits.memoryMib <= WARM_LIMITS.memoryMib && limits.cpuSeconds <= WARM_LIMITS.cpuSeconds;
    while (fits && this.#waiting[purpose].length > 0) {
      const ready = await this.#waiting[purpose].shift()!.catch(() => null);
      if (ready && this.#live.has(ready.box)) return ready;
    }
    return this.#start(purpose, fits ? WARM_LIMITS : limits);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#live].map((box) => box.kill()));
  }

  async #start(purpose: Purpose, limits: BoxLimits): Promise<ReadyBox> {
    const startedAt = performance.now();
    const most = this.#withEngine(limits);
    const spec = {
      binds: this.#bundle.files,
      links: this.#bundle.parts.links,
      node: this.#command(purpose, most),
      rules: RULES[purpose],
      limits: most,
    };
    const box = launchBox(this.#machine, spec, this.#slots.take());
    this.#live.add(box);
    void box.ended.then(() => this.#live.delete(box));
    const timer = setTimeout(() => void box.kill(), READY_WITHIN_MS);
    const frame = await box.next();
    clearTimeout(timer);
    if (frame?.type !== TRAIN_OUT.ready.type) return this.#failed(purpose, box, frame);
    // What an engine printed before it was ready has arrived with this turn of the loop; it is not the student's.
    await nextTurn();
    box.capture.clear();
    const begin = (given: BoxLimits) => box.begin(this.#withEngine(given));
    return { box, readyMs: performance.now() - startedAt, begin };
  }

  async #failed(purpose: Purpose, box: Box, frame: Frame | null): Promise<never> {
    const { output, exitCode } = await box.kill();
    throw new BoxNotReady(
      `a ${purpose} box did not come up (exit ${exitCode}): ${frame?.payload ?? ''} ${output.slice(-2000)}`,
    );
  }

  /** What an engine takes for itself is not the student's. */
  #withEngine(limits: BoxLimits): BoxLimits {
    return { ...limits, memoryMib: limits.memoryMib + this.#bundle.parts.memoryMib };
  }

  #command(purpose: Purpose, { memoryMib }: BoxLimits): string[] {
    return [
      // An engine of native code loads its addon first and then gives this right back, before any student's byte is there.
      this.#bundle.parts.isNative ? '--allow-addons' : '--no-addons',
      '--no-warnings',
      // Above the budget, so that the kernel's counter decides and not V8's guess.
      `--max-old-space-size=${memoryMib + 256}`,
      // A second fence behind the first: no child process, no worker, no native code, and no exchange of these flags by execve.
      '--permission',
      '--allow-fs-read=/lib',
      this.#bundle[purpose],
      ...(this.#isPlain ? [PLAIN_ARGUMENT] : []),
    ];
  }
}
