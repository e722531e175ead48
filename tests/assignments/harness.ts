import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { delimiter } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Base, DataSet, Tensors } from '#lib/core/assignments/data.ts';
import type { Failure, ModelFacts, TrainRecord } from '#lib/core/assignments/facts.ts';
import type { CallResult } from '#lib/core/assignments/function-tests.ts';
import type { Epoch } from '#lib/core/assignments/report.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import { makeTrainJob } from '#graders/host/jobs.ts';
import { makeMaterial } from '#tests/factories/assignment.ts';
import { ensureBundle } from '#graders/box/bundle.ts';
import { INBOUND, SCORE_OUT, TRAIN_OUT, type ScoreJob, type TrainJob } from '#graders/protocol/box.ts';

/** Runs the programs of the boxes as plain child processes, without isolation: what they compute, not what they may. */
export type Trained = {
  ok: boolean;
  failure: Failure | null;
  models: Model[];
  /** Of the first model. */
  topology: Buffer;
  weights: Buffer;
  results: CallResult[];
  epochs: (Epoch & { epochs: number })[];
  record: TrainRecord | null;
  output: string;
  frames: number[];
};
/** `facts` of the first model, `predictions` of the first pass. */
export type Scored = {
  failure: Failure | null;
  facts: ModelFacts | null;
  predictions: Float32Array;
  allFacts: ModelFacts[];
  allPredictions: Float32Array[];
};
export type Model = { topology: Buffer; weights: Buffer };

type Frames = { type: number; payload: Buffer }[];
type Work = Pick<TrainJob, 'source' | 'seed' | 'epochsMax'> &
  Partial<Pick<TrainJob, 'models' | 'calls' | 'names'>>;

/** A script on given data. */
export const trainScript = (
  source: string,
  assignment: Assignment,
  data: DataSet | Tensors,
  seed = 1,
): Promise<Trained> => {
  const material = makeMaterial(assignment, data);
  return train({ ...makeTrainJob({ source, assignment }, seed, material), tensors: material.open });
};

export async function train({
  tensors,
  base = null,
  ...work
}: Work & { tensors: Tensors; base?: Base | null }): Promise<Trained> {
  const job: TrainJob = {
    models: ['model'],
    calls: [],
    names: {},
    ...work,
    tensors: specsOf(tensors),
    hasBase: base !== null,
  };
  const { frames, output } = await run('train', [
    frame(INBOUND.job, json(job)),
    ...Object.values(tensors).map(({ values }) => frame(INBOUND.tensor, bytes(values))),
    ...(base
      ? [
          frame(INBOUND.topology, Buffer.from(base.topology)),
          frame(INBOUND.weights, Buffer.from(base.weights)),
        ]
      : []),
  ]);
  const all = (rule: { type: number }) =>
    frames.filter(({ type }) => type === rule.type).map(({ payload }) => payload);
  const one = <T>(rule: { type: number }): T | null =>
    all(rule).map((payload) => JSON.parse(String(payload)) as T)[0] ?? null;
  const weights = all(TRAIN_OUT.weights);
  const models = all(TRAIN_OUT.topology).map((topology, i) => ({ topology, weights: weights[i]! }));
  return {
    ok: all(TRAIN_OUT.done).length === 1,
    failure: one<Failure>(TRAIN_OUT.failed),
    models,
    ...(models[0] ?? { topology: Buffer.alloc(0), weights: Buffer.alloc(0) }),
    results: one<CallResult[]>(TRAIN_OUT.results) ?? [],
    epochs: all(TRAIN_OUT.epoch).map((payload) => JSON.parse(String(payload)) as Epoch & { epochs: number }),
    record: one<TrainRecord>(TRAIN_OUT.record),
    output,
    frames: frames.map(({ type }) => type),
  };
}

/** One model on one input. */
export const score = (
  topology: Buffer,
  weights: Buffer,
  x: Float32Array,
  xShape: number[],
): Promise<Scored> => {
  const inputs = { x: { values: x, shape: xShape, dtype: 'float32' } } as const;
  const job = {
    models: ['model'],
    inputs: specsOf(inputs),
    passes: [{ input: 'x', through: [{ model: 'model', output: 0 }] }],
  };
  return scoreAll(job, [{ topology, weights }], inputs);
};

export async function scoreAll(job: ScoreJob, models: readonly Model[], hidden: Tensors): Promise<Scored> {
  const { frames } = await run('score', [
    frame(INBOUND.job, json(job)),
    ...models.flatMap(({ topology, weights }) => [
      frame(INBOUND.topology, topology),
      frame(INBOUND.weights, weights),
    ]),
    ...job.inputs.map(({ name }) => frame(INBOUND.tensor, bytes(hidden[name]!.values))),
  ]);
  const all = (rule: { type: number }) =>
    frames.filter(({ type }) => type === rule.type).map(({ payload }) => payload);
  const failed = all(SCORE_OUT.failed)[0];
  const allFacts = all(SCORE_OUT.facts).map((payload) => JSON.parse(String(payload)) as ModelFacts);
  const allPredictions = all(SCORE_OUT.predictions).map(
    (payload) => new Float32Array(new Uint8Array(payload).buffer),
  );
  return {
    failure: failed ? (JSON.parse(String(failed)) as Failure) : null,
    facts: allFacts[0] ?? null,
    predictions: allPredictions[0] ?? new Float32Array(),
    allFacts,
    allPredictions,
  };
}

const specsOf = (tensors: Tensors) =>
  Object.entries(tensors).map(([name, { shape, dtype }]) => ({ name, shape, dtype }));

async function run(
  program: 'train' | 'score',
  inbound: Buffer[],
): Promise<{ frames: Frames; output: string }> {
  const bundle = await ensureBundle();
  const path = bundle.files.find(({ to }) => to === bundle[program])!.from;
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'];
  const child = spawn(process.execPath, [path], {
    stdio,
    env: { DERIN_ENGINE_FILES: bundle.parts.files.join(delimiter) } as unknown as NodeJS.ProcessEnv,
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
