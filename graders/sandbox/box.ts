import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameRule } from '#graders/protocol/box.ts';
import type { Limit } from '#lib/core/reports.ts';
import type { Bind, Link } from './bind.ts';
import { Capture } from './capture.ts';
import type { Cgroup } from './cgroup.ts';
import { FrameReader, ProtocolBreach, type Frame } from './frame-reader.ts';
import type { Machine } from './machine.ts';
import { stands, type Layer } from './layers.ts';
import { boxCommand, dataLimitBytes, FD, PIDS_MAX } from './profile.ts';
import { seccompProgram } from './seccomp.ts';
import type { Slot } from './slots.ts';
import { Supervision, type BoxLimits } from './supervision.ts';
import { isReaperRunning, programOf } from './usage.ts';

export type BoxSpec = {
  binds: readonly Bind[];
  links?: readonly Link[];
  /** Flags, script and arguments for Node. */
  node: readonly string[];
  /** What the box may send. */
  rules: readonly FrameRule[];
  /** The most this box may ever be allowed: `begin` can only lower it. */
  limits: BoxLimits;
  outputBytesMax?: number;
  /** Only positive controls take layers away. */
  without?: readonly Layer[];
  /** Only positive controls plant a descriptor. */
  plantedFd?: number;
};

/** How a box ended. At most one of `limit` and `breach` is set; with neither it ended by itself or by `kill`. */
export type BoxEnd = {
  limit: Limit | null;
  breach: string | null;
  output: string;
  outputTruncated: boolean;
  exitCode: number | null;
  signal: NodeJS.Signals | null;
};

const OUTPUT_BYTES_MAX = 64 * 1024;

/** One process tree in isolation, used once. Made by `launchBox`. */
export class Box {
  readonly ended: Promise<BoxEnd>;
  readonly capture: Capture;
  /** The user it runs as, null when the user was not dropped. */
  readonly uid: number | null;
  onOutput: (text: string) => void = () => {};
  readonly #child: ChildProcess;
  readonly #cgroup: Cgroup | null;
  readonly #reader: FrameReader;
  readonly #spec: BoxSpec;
  readonly #machine: Machine;
  readonly #frames: Frame[] = [];
  #waiting: ((frame: Frame | null) => void)[] = [];
  readonly #told = Promise.withResolvers<number | null>();
  #boxPid: number | null = null;
  #supervision: Supervision | null = null;
  #limit: Limit | null = null;
  #breach: string | null = null;
  #isKilled = false;
  #isExplained = false;
  #isOver = false;

  constructor(machine: Machine, spec: BoxSpec, slot: Slot, cgroup: Cgroup | null, child: ChildProcess) {
    this.#machine = machine;
    this.#spec = spec;
    this.#child = child;
    this.#cgroup = cgroup;
    this.#reader = new FrameReader(spec.rules);
    this.uid = slot.uid;
    this.capture = new Capture(spec.outputBytesMax ?? OUTPUT_BYTES_MAX, (text) => this.onOutput(text));
    this.#listen();
    this.ended = this.#end(slot);
  }

  /**
   * pid 1 of the box as the host sees it, null when the box never came up. To be awaited: bwrap tells it before the program starts,
   * but a frame of the program may be read first.
   */
  pid(): Promise<number | null> {
    return this.#told.promise;
  }

  /** The next frame in order; null when the box can send no more. */
  next(): Promise<Frame | null> {
    const frame = this.#frames.shift();
    if (frame) return Promise.resolve(frame);
    if (this.#isOver) return Promise.resolve(null);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves when the bytes are handed over or the box is gone. Frames sent in one go leave in one write. */
  send(type: number, payload: Uint8Array): Promise<void> {
    const header = Buffer.alloc(8);
    header.writeUInt32LE(type, 0);
    header.writeUInt32LE(payload.byteLength, 4);
    const pipe = this.#child.stdio[FD.framesIn] as Duplex;
    if (pipe.destroyed) return Promise.resolve();
    pipe.cork();
    process.nextTick(() => pipe.uncork());
    pipe.write(header);
    return new Promise((resolve) => pipe.write(payload, () => resolve()));
  }

  /** Starts the clocks: from here wall time, CPU time and memory count against `limits`. */
  async begin(limits: BoxLimits): Promise<void> {
    const pid = await this.pid();
    if (pid === null) return;
    await this.#tighten(pid, limits);
    if (!this.#isOver)
      this.#supervision = new Supervision(pid, this.#cgroup, limits, (limit) => this.#stop(limit));
  }

  /**
   * Ends everything in the box; resolves when it is gone and reaped. `hasFailed`: its program reported a failure that a limit may
   * explain (an allocation refused near the memory limit), so the counters are asked as if it had ended by itself.
   */
  kill(hasFailed = false): Promise<BoxEnd> {
    if (!this.#isKilled && hasFailed) this.#supervision?.look();
    this.#isExplained = this.#isKilled || !hasFailed;
    this.#isKilled = true;
    this.#signal();
    return this.ended;
  }

  async #tighten(pid: number, limits: BoxLimits): Promise<void> {
    const { memoryMib, cpuSeconds } = this.#spec.limits;
    if (limits.memoryMib > memoryMib || limits.cpuSeconds > cpuSeconds)
      throw new RangeError('a box cannot be given more');
    const program = programOf(pid);
    // CPU time is counted by the supervision; only memory is the kernel's to limit, and starting a tool for it costs milliseconds.
    if (program === null || limits.memoryMib === memoryMib) return;
    this.#cgroup?.limitMemory(limits.memoryMib);
    await new Promise((resolve) =>
      execFile(
        this.#machine.tools.prlimit,
        [`--pid=${program}`, `--data=${dataLimitBytes(limits.memoryMib)}`],
        resolve,
      ),
    );
  }

  #listen(): void {
    const [, stdout, stderr, , framesOut, , status] = this.#child.stdio as unknown as Readable[];
    stdout!.on('data', (chunk: Buffer) => this.#takeOutput(0, chunk));
    stderr!.on('data', (chunk: Buffer) => this.#takeOutput(1, chunk));
    framesOut!.on('data', (chunk: Buffer) => this.#takeFrames(chunk));
    status!.on('data', (chunk: Buffer) => this.#takeStatus(String(chunk)));
    // A box that dies closes its descriptors in the middle of things: that is an end, not a fault of ours.
    for (const stream of this.#child.stdio) stream?.on('error', () => {});
    framesOut!.on('close', () => this.#closeFrames());
  }

  #takeOutput(stream: 0 | 1, chunk: Buffer): void {
    this.capture.add(stream, chunk);
    if (this.capture.isTruncated) this.#stop('output');
  }

  #takeFrames(chunk: Buffer): void {
    if (this.#breach !== null) return;
    try {
      for (const frame of this.#reader.push(chunk)) this.#deliver(frame);
    } catch (error) {
      if (!(error instanceof ProtocolBreach)) throw error;
      this.#breach = error.message;
      this.#signal();
      (this.#child.stdio[FD.framesOut] as Readable).destroy();
    }
  }

  #deliver(frame: Frame): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(frame);
    else this.#frames.push(frame);
  }

  #takeStatus(text: string): void {
    const pid = /"child-pid": (\d+)/.exec(text)?.[1];
    if (!pid) return;
    this.#boxPid = Number(pid);
    this.#told.resolve(this.#boxPid);
    if (this.#isKilled) this.#signal();
  }

  #closeFrames(): void {
    this.#isOver = true;
    this.#waiting.splice(0).forEach((resolve) => resolve(null));
  }

  /** The first cause stands: what a box does after a breach (printing the error its closed channel gave it) explains nothing. */
  #stop(limit: Limit): void {
    if (this.#breach === null) this.#limit ??= limit;
    this.#signal();
  }

  /** pid 1 of the box takes its whole tree along and is reaped at once; killing bwrap outside would leave zombies. */
  #signal(): void {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    killQuietly(this.#boxPid ?? this.#child.pid);
  }

  /** bwrap leaves when its reaper has told it the exit code, a moment before the reaper itself is gone. */
  async #reaped(): Promise<void> {
    for (let tries = 0; this.#boxPid !== null && isReaperRunning(this.#boxPid) && tries < 400; tries++) {
      killQuietly(this.#boxPid);
      await sleep(5);
    }
  }

  async #end(slot: Slot): Promise<BoxEnd> {
    const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      this.#child.once('close', (code, name) => resolve([code, name]));
      this.#child.once('error', () => resolve([null, null]));
    });
    this.#closeFrames();
    this.#told.resolve(null);
    this.#supervision?.stop();
    const limit =
      this.#limit ??
      (this.#isExplained || this.#breach !== null ? null : (this.#supervision?.verdict() ?? null));
    await this.#reaped();
    await this.#cgroup?.remove();
    slot.release();
    const { text: output, isTruncated: outputTruncated } = this.capture;
    return { limit, breach: limit === null ? this.#breach : null, output, outputTruncated, exitCode, signal };
  }
}

/** For the launcher's tools only: bwrap clears it before Node starts. */
const ENVIRONMENT: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', NODE_ENV: 'production' };

/** Starts a box. It says nothing until its program sends a frame; a box that cannot start ends with the reason in its output. */
export function launchBox(machine: Machine, spec: BoxSpec, slot: Slot): Box {
  const without = spec.without ?? [];
  const cgroup = stands('cgroup', without) ? machine.cgroups.create(spec.limits.memoryMib, PIDS_MAX) : null;
  const { file, args } = boxCommand(machine, {
    binds: spec.binds,
    links: spec.links ?? [],
    node: spec.node,
    uid: slot.uid,
    memoryMib: spec.limits.memoryMib,
    cpuSeconds: spec.limits.cpuSeconds,
    cgroupFiles: cgroup?.files ?? [],
    without,
  });
  const planted = spec.plantedFd === undefined ? [] : [spec.plantedFd];
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe', ...planted];
  const child = spawn(file, args, { stdio, env: ENVIRONMENT, cwd: '/', detached: true });
  const box = new Box(machine, spec, slot, cgroup, child);
  // From memory: a filter that lay in a file could be cut short there. A launcher that failed reads none, and says why itself.
  (child.stdio as unknown as (Duplex | null)[])[FD.filter]?.end(seccompProgram(machine.arch, without));
  return box;
}

function killQuietly(pid: number | undefined): void {
  try {
    if (pid) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
