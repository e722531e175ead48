import { z } from 'zod';
import { INBOUND, TRAIN_OUT, type TrainJob } from '#graders/protocol/box.ts';
import type { Frame } from '#graders/sandbox/frame-reader.ts';
import type { BoxEnd } from '#graders/sandbox/box.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';
import { FAILURE_CODES, type Failure, type TrainRecord } from '#lib/core/assignments/facts.ts';
import { epochSchema, type Epoch } from '#lib/core/assignments/report.ts';
import type { CallResult } from '#lib/core/assignments/function-tests.ts';
import type { Material } from './data.ts';
import { parseForeignJson } from './foreign-json.ts';
import { cleanText } from './clean-text.ts';
import type { ReadyBox } from './pool.ts';
import { recordSchema } from './record.ts';

export type TrainEvents = {
  /** The student's code begins to run. */
  onStart(): void;
  onEpoch(epoch: Epoch, epochs: number | null): void;
  onOutput(text: string): void;
};

/** A model as the bytes that came, in the order of the job's names. */
export type RawModel = { topology: Buffer; weights: Buffer };

/** What came out of a train box. `trained` says nothing about whether the bytes are models, or the results right. */
export type TrainResult = {
  end: BoxEnd;
  epochs: Epoch[];
  firstLineMs: number;
  trainMs: number;
} & (
  | { kind: 'trained'; models: RawModel[]; results: CallResult[]; record: TrainRecord | null }
  | { kind: 'failed'; failure: Failure; record: TrainRecord | null }
  | { kind: 'breach' }
  | { kind: 'ended' }
);

/** Runs one job in a ready train box and ends the box, whatever happens. Never throws for what a student's code does. */
export async function train(
  ready: ReadyBox,
  job: TrainJob,
  material: Pick<Material, 'open' | 'base'>,
  limits: BoxLimits,
  events: TrainEvents,
): Promise<TrainResult> {
  const { box } = ready;
  box.onOutput = (text) => events.onOutput(cleanText(text));
  await ready.begin(limits);
  const startedAt = performance.now();
  for (const { type, payload } of trainFrames(job, material)) void box.send(type, payload);
  const seen = new Seen(startedAt, job, events);
  while (!seen.isOver) {
    const frame = await box.next();
    if (!frame) break;
    seen.take(frame);
  }
  const trainMs = performance.now() - startedAt;
  const end = await box.kill(!seen.isDone);
  return { ...seen.result(end), end, epochs: seen.epochs, firstLineMs: seen.firstLineMs ?? trainMs, trainMs };
}

/** What the box is sent, in order. */
export function trainFrames(
  job: TrainJob,
  { open, base }: Pick<Material, 'open' | 'base'>,
): { type: number; payload: Uint8Array }[] {
  return [
    { type: INBOUND.job, payload: Buffer.from(JSON.stringify(job)) },
    ...job.tensors.map(({ name }) => ({ type: INBOUND.tensor, payload: bytesOf(open[name]!.values) })),
    ...(base ? [{ type: INBOUND.topology, payload: base.topology }] : []),
    ...(base ? [{ type: INBOUND.weights, payload: base.weights }] : []),
  ];
}

const progressSchema = z.strictObject({ ...epochSchema.shape, epochs: z.number().int().min(0).nullable() });

const failureSchema = z.strictObject({
  code: z.enum(FAILURE_CODES),
  message: z.string().transform((text) => cleanText(text).slice(0, 2000)),
  line: z.number().int().positive().nullable(),
});

const resultSchema: z.ZodType<CallResult> = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    message: z.string().transform((text) => cleanText(text).slice(0, 500)),
    line: z.number().int().positive().nullable(),
  }),
]);

/** Frames of one run, as far as they came. */
class Seen {
  readonly epochs: Epoch[] = [];
  firstLineMs: number | null = null;
  isDone = false;
  readonly #startedAt: number;
  readonly #events: TrainEvents;
  readonly #job: TrainJob;
  readonly #topologies: Buffer[] = [];
  readonly #weights: Buffer[] = [];
  #results: CallResult[] = [];
  #record: TrainRecord | null = null;
  #failure: Failure | null = null;
  #isForged = false;

  constructor(startedAt: number, job: TrainJob, events: TrainEvents) {
    this.#startedAt = startedAt;
    this.#job = job;
    this.#events = events;
  }

  get isOver(): boolean {
    return this.isDone || this.#failure !== null || this.#isForged;
  }

  take({ type, payload }: Frame): void {
    if (type === TRAIN_OUT.started.type) this.#takeStart();
    else if (type === TRAIN_OUT.epoch.type) this.#takeEpoch(payload);
    else if (type === TRAIN_OUT.topology.type) this.#topologies.push(payload);
    else if (type === TRAIN_OUT.weights.type) this.#weights.push(payload);
    else if (type === TRAIN_OUT.record.type) this.#record = this.#read(payload, recordSchema);
    else if (type === TRAIN_OUT.results.type)
      this.#results = this.#read(payload, z.array(resultSchema)) ?? [];
    else if (type === TRAIN_OUT.failed.type) this.#failure = this.#read(payload, failureSchema);
    else if (type === TRAIN_OUT.done.type) this.isDone = true;
  }

  result(end: BoxEnd) {
    if (this.#isForged || end.breach !== null) return { kind: 'breach' } as const;
    if (this.#failure) return { kind: 'failed', failure: this.#failure, record: this.#record } as const;
    const { models, calls } = this.#job;
    const counts = [this.#topologies.length, this.#weights.length];
    const isWhole = counts.every((count) => count === models.length) && this.#results.length === calls.length;
    if (!this.isDone || !isWhole) return { kind: 'ended' } as const;
    return {
      kind: 'trained',
      models: models.map((_, i) => ({ topology: this.#topologies[i]!, weights: this.#weights[i]! })),
      results: this.#results,
      record: this.#record,
    } as const;
  }

  #takeStart(): void {
    this.firstLineMs = performance.now() - this.#startedAt;
    this.#events.onStart();
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
    const json = parseForeignJson(payload, 12);
    const parsed = json.ok ? schema.safeParse(json.value) : null;
    if (parsed?.success) return parsed.data;
    this.#isForged = true;
    return null;
  }
}

const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
