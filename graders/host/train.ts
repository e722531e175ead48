import { z } from 'zod';
import { INBOUND, TRAIN_OUT, type TrainJob } from '#graders/protocol/box.ts';
import type { Frame } from '#graders/sandbox/frame-reader.ts';
import type { BoxEnd } from '#graders/sandbox/box.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';
import { FAILURE_CODES, type Failure, type TrainRecord } from '#lib/core/assignments/facts.ts';
import { epochSchema, type Epoch } from '#lib/core/assignments/report.ts';
import { traceSchema } from '#lib/core/assignments/trace.ts';
import type { DataSet } from '#lib/core/assignments/data.ts';
import { parseForeignJson } from './foreign-json.ts';
import { cleanText } from './clean-text.ts';
import type { ReadyBox } from './pool.ts';

export type TrainEvents = {
  onEpoch(epoch: Epoch, epochs: number | null): void;
  onOutput(text: string): void;
};

/** What came out of a train box. `trained` says nothing about whether the bytes are a model. */
export type TrainResult = {
  end: BoxEnd;
  epochs: Epoch[];
  firstLineMs: number;
  trainMs: number;
} & (
  | { kind: 'trained'; topology: Buffer; weights: Buffer; record: TrainRecord | null }
  | { kind: 'failed'; failure: Failure; record: TrainRecord | null }
  | { kind: 'breach' }
  | { kind: 'ended' }
);

/** Runs one job in a ready train box and ends the box, whatever happens. Never throws for what a student's code does. */
export async function train(
  ready: ReadyBox,
  job: TrainJob,
  open: DataSet,
  limits: BoxLimits,
  events: TrainEvents,
): Promise<TrainResult> {
  const { box } = ready;
  box.onOutput = (text) => events.onOutput(cleanText(text));
  await ready.begin(limits);
  const startedAt = performance.now();
  void box.send(INBOUND.job, Buffer.from(JSON.stringify(job)));
  void box.send(INBOUND.x, bytesOf(open.x));
  void box.send(INBOUND.y, bytesOf(open.y));
  const seen = new Seen(startedAt, events);
  while (!seen.isOver) {
    const frame = await box.next();
    if (!frame) break;
    seen.take(frame);
  }
  const trainMs = performance.now() - startedAt;
  const end = await box.kill(!seen.isDone);
  return { ...seen.result(end), end, epochs: seen.epochs, firstLineMs: seen.firstLineMs ?? trainMs, trainMs };
}

const progressSchema = z.strictObject({ ...epochSchema.shape, epochs: z.number().int().min(0).nullable() });

const failureSchema = z.strictObject({
  code: z.enum(FAILURE_CODES),
  message: z.string().transform((text) => cleanText(text).slice(0, 2000)),
  line: z.number().int().positive().nullable(),
});

const recordSchema = z.strictObject({
  loss: z.string().max(64).nullable(),
  optimizer: z.string().max(64).nullable(),
  epochs: z.number().int().min(0),
  batchSize: z.number().nullable(),
  callbacks: z.array(z.string().max(64)).max(16),
  weighted: z.boolean(),
  rows: z.number().int().min(0).nullable(),
  validationSplit: z.number(),
  labelShape: z.array(z.number().int().min(0)).max(8).nullable(),
  pendingFit: z.boolean(),
  // Advice only: statistics that break their bounds are dropped, and the training is graded without them.
  trace: traceSchema.nullable().catch(null),
});

/** Frames of one run, as far as they came. */
class Seen {
  readonly epochs: Epoch[] = [];
  firstLineMs: number | null = null;
  isDone = false;
  readonly #startedAt: number;
  readonly #events: TrainEvents;
  #topology: Buffer | null = null;
  #weights: Buffer | null = null;
  #record: TrainRecord | null = null;
  #failure: Failure | null = null;
  #isForged = false;

  constructor(startedAt: number, events: TrainEvents) {
    this.#startedAt = startedAt;
    this.#events = events;
  }

  get isOver(): boolean {
    return this.isDone || this.#failure !== null || this.#isForged;
  }

  take({ type, payload }: Frame): void {
    if (type === TRAIN_OUT.started.type) this.firstLineMs = performance.now() - this.#startedAt;
    else if (type === TRAIN_OUT.epoch.type) this.#takeEpoch(payload);
    else if (type === TRAIN_OUT.topology.type) this.#topology = payload;
    else if (type === TRAIN_OUT.weights.type) this.#weights = payload;
    else if (type === TRAIN_OUT.record.type) this.#record = this.#read(payload, recordSchema);
    else if (type === TRAIN_OUT.failed.type) this.#failure = this.#read(payload, failureSchema);
    else if (type === TRAIN_OUT.done.type) this.isDone = true;
  }

  result(end: BoxEnd) {
    if (this.#isForged || end.breach !== null) return { kind: 'breach' } as const;
    if (this.#failure) return { kind: 'failed', failure: this.#failure, record: this.#record } as const;
    if (!this.isDone || !this.#topology || !this.#weights) return { kind: 'ended' } as const;
    return {
      kind: 'trained',
      topology: this.#topology,
      weights: this.#weights,
      record: this.#record,
    } as const;
  }

  #takeEpoch(payload: Buffer): void {
    const progress = this.#read(payload, progressSchema);
    if (!progress) return;
    const { epochs, ...epoch } = progress;
    this.epochs.push(epoch);
    this.#events.onEpoch(epoch, epochs);
  }

  /** A frame our program would never write was written by someone else. */
  #read<T>(payload: Buffer, schema: z.ZodType<T>): T | null {
    const json = parseForeignJson(payload, 8);
    const parsed = json.ok ? schema.safeParse(json.value) : null;
    if (parsed?.success) return parsed.data;
    this.#isForged = true;
    return null;
  }
}

const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
