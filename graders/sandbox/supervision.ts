import type { Limit } from '#lib/core/reports.ts';
import type { Cgroup } from './cgroup.ts';
import { programOf, readUsage, type Usage } from './usage.ts';

export type BoxLimits = { memoryMib: number; cpuSeconds: number; wallSeconds: number };

/** How often a box is measured. At 50 ms a fast allocator overshoots a budget by some 30 MiB, for 0.15 ms of work a look. */
const POLL_MS = 50;
/** A box that ended with this share of its memory used, and not by itself, ended for want of memory. */
const NEARLY_ALL = 0.9;

/**
 * Watches one running box and names the limit it broke, from kernel counters and our own clock alone. What a program says when it
 * ends (an exit code, a signal it sent itself) is no evidence.
 */
export class Supervision {
  readonly #boxPid: number;
  readonly #cgroup: Cgroup | null;
  readonly #limits: BoxLimits;
  readonly #baseCpuSeconds: number;
  readonly #timers: NodeJS.Timeout[];
  #last: Usage | null;

  /** `stop` is called at most once, with the limit broken. The CPU time spent before counts as free. */
  constructor(boxPid: number, cgroup: Cgroup | null, limits: BoxLimits, stop: (limit: Limit) => void) {
    this.#boxPid = boxPid;
    this.#cgroup = cgroup;
    this.#limits = limits;
    this.#last = this.#measure();
    this.#baseCpuSeconds = this.#cpuSecondsEver();
    const end = (limit: Limit | null) => {
      if (limit === null) return;
      this.stop();
      stop(limit);
    };
    this.#timers = [
      setInterval(() => end(this.#look()), POLL_MS),
      setTimeout(() => end('wall'), limits.wallSeconds * 1000),
    ];
  }

  stop(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
  }

  /** Call before killing a box that failed by itself, while its counters can still be read. */
  look(): void {
    this.#look();
  }

  /** The limit that explains an end which was not ours; null when none does. */
  verdict(): Limit | null {
    if (this.#cgroup?.wasMemoryKilled()) return 'memory';
    if (this.#cpuSeconds() >= this.#limits.cpuSeconds) return 'cpu';
    if (this.#last && this.#last.peakMib >= NEARLY_ALL * this.#limits.memoryMib) return 'memory';
    return this.#cgroup?.wasProcessRefused() ? 'processes' : null;
  }

  #look(): Limit | null {
    const now = this.#measure();
    // A program that has ended still tells its CPU time, but no memory.
    if (now) this.#last = { ...now, peakMib: Math.max(now.peakMib, this.#last?.peakMib ?? 0) };
    if (this.#last && this.#last.residentMib > this.#limits.memoryMib) return 'memory';
    return this.#cpuSeconds() > this.#limits.cpuSeconds ? 'cpu' : null;
  }

  #measure(): Usage | null {
    const program = programOf(this.#boxPid);
    return program === null ? null : readUsage(program);
  }

  #cpuSeconds(): number {
    return this.#cpuSecondsEver() - this.#baseCpuSeconds;
  }

  /** The group counts every process that ever was in it; without one, the program and its threads are counted. */
  #cpuSecondsEver(): number {
    return this.#cgroup?.cpuSeconds() ?? this.#last?.cpuSeconds ?? 0;
  }
}
