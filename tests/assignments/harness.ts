import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { DataSet } from '#lib/core/assignments/data.ts';
import type { Failure, ModelFacts, TrainRecord } from '#lib/core/assignments/facts.ts';
import type { Epoch } from '#lib/core/assignments/report.ts';
import { ensureBundle } from '#graders/box/bundle.ts';
import { INBOUND, SCORE_OUT, TRAIN_OUT, type ScoreJob, type TrainJob } from '#graders/protocol/box.ts';

/** Runs the programs of the boxes as plain child processes, without isolation: what they compute, not what they may. */
export type Trained = {
  ok: boolean;
  failure: Failure | null;
  topology: Buffer;
  weights: Buffer;
  epochs: (Epoch & { epochs: number })[];
  record: TrainRecord | null;
  output: string;
  frames: number[];
};
export type Scored = { failure: Failure | null; facts: ModelFacts | null; predictions: Float32Array };

type Frames = { type: number; payload: Buffer }[];

export async function train(job: TrainJob, { x, y }: Pick<DataSet, 'x' | 'y'>): Promise<Trained> {
  const inbound = [frame(INBOUND.job, json(job)), frame(INBOUND.x, bytes(x)), frame(INBOUND.y, bytes(y))];
  const { frames, output } = await run('train', inbound);
  const all = (rule: { type: number }) =>
    frames.filter(({ type }) => type === rule.type).map(({ payload }) => payload);
  const one = <T>(rule: { type: number }): T | null =>
    all(rule).map((payload) => JSON.parse(String(payload)) as T)[0] ?? null;
  return {
    ok: all(TRAIN_OUT.done).length === 1,
    failure: one<Failure>(TRAIN_OUT.failed),
    topology: all(TRAIN_OUT.topology)[0] ?? Buffer.alloc(0),
    weights: all(TRAIN_OUT.weights)[0] ?? Buffer.alloc(0),
    epochs: all(TRAIN_OUT.epoch).map((payload) => JSON.parse(String(payload)) as Epoch & { epochs: number }),
    record: one<TrainRecord>(TRAIN_OUT.record),
    output,
    frames: frames.map(({ type }) => type),
  };
}

export async function score(
  topology: Buffer,
  weights: Buffer,
  x: Float32Array,
  xShape: number[],
): Promise<Scored> {
  const job: ScoreJob = { xShape, topologyBytes: topology.length, weightsBytes: weights.length };
  const parts = [
    frame(INBOUND.job, json(job)),
    frame(INBOUND.topology, topology),
    frame(INBOUND.weights, weights),
  ];
  const { frames } = await run('score', [...parts, frame(INBOUND.x, bytes(x))]);
  const find = (rule: { type: number }) => frames.find(({ type }) => type === rule.type)?.payload ?? null;
  const [failed, facts, predictions] = [
    find(SCORE_OUT.failed),
    find(SCORE_OUT.facts),
    find(SCORE_OUT.predictions),
  ];
  return {
    failure: failed && (JSON.parse(String(failed)) as Failure),
    facts: facts && (JSON.parse(String(facts)) as ModelFacts),
    predictions: predictions ? new Float32Array(new Uint8Array(predictions).buffer) : new Float32Array(),
  };
}

async function run(
  program: 'train' | 'score',
  inbound: Buffer[],
): Promise<{ frames: Frames; output: string }> {
  const bundle = await ensureBundle();
  const path = bundle.files.find(({ to }) => to === bundle[program])!.from;
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'];
  const child = spawn(process.execPath, [path], {
    stdio,
    env: { DERIN_ENGINE_FOLDER: dirname(bundle.parts.files[0]!) } as unknown as NodeJS.ProcessEnv,
  });
  const input = child.stdio[3] as Writable;
  input.on('error', () => {});
  inbound.forEach((part) => input.write(part));
  const [out, err, frames] = await Promise.all([
    collect(child.stdout!),
    collect(child.stderr!),
    collect(outOf(child)),
  ]);
  return { frames: split(frames), output: String(out) + String(err) };
}

const outOf = (child: ChildProcess): Readable => child.stdio[4] as Readable;

async function collect(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function split(buffer: Buffer): Frames {
  const frames: Frames = [];
  for (let at = 0; at + 8 <= buffer.length;) {
    const [type, length] = [buffer.readUInt32LE(at), buffer.readUInt32LE(at + 4)];
    frames.push({ type, payload: buffer.subarray(at + 8, at + 8 + length) });
    at += 8 + length;
  }
  return frames;
}

function frame(type: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const bytes = (values: Float32Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);
