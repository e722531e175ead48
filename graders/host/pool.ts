import { SCORE_OUT, TRAIN_OUT, type FrameRule } from '#graders/protocol/box.ts';
import type { Bundle } from '#graders/box/bundle.ts';
import { launchBox, type Box } from '#graders/sandbox/box.ts';
import type { Machine } from '#graders/sandbox/machine.ts';
import type { Slots } from '#graders/sandbox/slots.ts';
import { reachableByAll } from '#graders/sandbox/staging.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';

export type Purpose = 'train' | 'score';
/** A box whose program has said `ready`, and how long that took. */
export type ReadyBox = { box: Box; readyMs: number };

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
  readonly #wanted: Record<Purpose, number>;
  readonly #waiting: Record<Purpose, Promise<ReadyBox>[]> = { train: [], score: [] };
  readonly #live = new Set<Box>();
  #isClosed = false;

  constructor(machine: Machine, slots: Slots, bundle: Bundle, warmBoxes: number) {
    this.#machine = machine;
    this.#slots = slots;
    const files = machine.tools.setpriv === null ? bundle.files : reachableByAll(bundle.files);
    this.#bundle = { ...bundle, files };
    this.#wanted = { train: warmBoxes, score: Math.min(warmBoxes, 1) };
  }

  /** Starts what is missing. Failures show when a box is taken. */
  fill(purpose: Purpose): void {
    while (!this.#isClosed && this.#waiting[purpose].length < this.#wanted[purpose]) {
      const ready = this.#start(purpose, WARM_LIMITS);
      ready.catch(() => {});
      this.#waiting[purpose].push(ready);
    }
  }

  /** Resolves when the first waiting train box is ready; rejects with `BoxNotReady`. Without waiting boxes nothing is known. */
  async check(): Promise<void> {
    const first = this.#waiting.train[0];
    try {
      await first;
    } catch (error) {
      this.#waiting.train = this.#waiting.train.filter((ready) => ready !== first);
      throw error;
    }
  }

  /** A fresh box for one job. Throws `BoxNotReady`. */
  async take(purpose: Purpose, limits: BoxLimits): Promise<ReadyBox> {
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
    const box = launchBox(
      this.#machine,
      { binds: this.#bundle.files, node: this.#command(purpose, limits), rules: RULES[purpose], limits },
      this.#slots.take(),
    );
    this.#live.add(box);
    void box.ended.then(() => this.#live.delete(box));
    const timer = setTimeout(() => void box.kill(), READY_WITHIN_MS);
    const frame = await box.next();
    clearTimeout(timer);
    if (frame?.type === TRAIN_OUT.ready.type) return { box, readyMs: performance.now() - startedAt };
    const { output, exitCode } = await box.kill();
    throw new BoxNotReady(
      `a ${purpose} box did not come up (exit ${exitCode}): ${frame?.payload ?? ''} ${output.slice(-2000)}`,
    );
  }

  #command(purpose: Purpose, { memoryMib }: BoxLimits): string[] {
    return [
      '--no-addons',
      '--no-warnings',
      // Above the budget, so that the kernel's counter decides and not V8's guess.
      `--max-old-space-size=${memoryMib + 256}`,
      // A second fence behind the first: no child process, no worker, no native code, and no exchange of these flags by execve.
      '--permission',
      '--allow-fs-read=/lib',
      this.#bundle[purpose],
    ];
  }
}
