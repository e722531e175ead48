import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Bundle } from '#graders/box/bundle.ts';
import type { Material } from '#graders/host/data.ts';
import { trainFrames } from '#graders/host/train.ts';
import { TRAIN_OUT, type TrainJob } from '#graders/protocol/box.ts';
import { FrameReader } from '#graders/sandbox/frame-reader.ts';
import { clockMs } from './clock.ts';
import { readProbe } from './probe.ts';

/** Milliseconds of one training: `startMs` until the process waits for its job, the others from the moment the job was sent; and CPU time. */
export type BareTraining = {
  startMs: number;
  firstLineMs: number;
  firstEpochMs: number;
  trainMs: number;
  cpuMs: number;
};

/**
 * Trains in a plain Node process: program, engine, data and protocol are those of a train box; namespaces, filter, limits, own user and
 * Node's permissions are missing. The job's source needs its probe.
 */
export async function trainBare(bundle: Bundle, job: TrainJob, material: Material): Promise<BareTraining> {
  const bornAt = clockMs();
  const child = startProgram(bundle);
  const [, stdout, , framesIn, framesOut] = child.stdio as [null, Readable, null, Writable, Readable];
  let [output, sentAt] = ['', NaN];
  stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
  const first = readFrames(framesOut, () => {
    sentAt = clockMs();
    for (const { type, payload } of trainFrames(job, material)) send(framesIn, type, payload);
  });
  const [code] = await once(child, 'close');
  if (!first.has(TRAIN_OUT.done.type))
    throw new Error(
      `the bare training ended early (exit ${code}) ${first.get(TRAIN_OUT.failed.type)?.payload ?? ''}`,
    );
  const since = ({ type }: { type: number }) => first.get(type)!.at - sentAt;
  const { firstLineAtMs, cpuMs } = readProbe(output);
  return {
    startMs: sentAt - bornAt,
    firstLineMs: firstLineAtMs - sentAt,
    firstEpochMs: since(TRAIN_OUT.epoch),
    trainMs: since(TRAIN_OUT.done),
    cpuMs,
  };
}

function startProgram({ files, train, parts }: Bundle): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', files.find(({ to }) => to === train)!.from], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe', 'pipe'],
    env: { NODE_ENV: 'production', DERIN_ENGINE_FILES: parts.files.join(path.delimiter) },
  });
}

/** The first frame of each type and when it came; `onReady` is called for the first of all. */
function readFrames(stream: Readable, onReady: () => void): Map<number, { at: number; payload: Buffer }> {
  const first = new Map<number, { at: number; payload: Buffer }>();
  const reader = new FrameReader(Object.values(TRAIN_OUT));
  stream.on('data', (chunk: Buffer) => {
    for (const { type, payload } of reader.push(chunk)) {
      if (!first.has(type)) first.set(type, { at: clockMs(), payload });
      if (type === TRAIN_OUT.ready.type) onReady();
    }
  });
  return first;
}

function send(stream: Writable, type: number, payload: Uint8Array): void {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(payload.byteLength, 4);
  stream.write(header);
  stream.write(payload);
}
