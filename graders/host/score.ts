import { z } from 'zod';
import { INBOUND, SCORE_OUT, type ScoreJob } from '#graders/protocol/box.ts';
import type { BoxEnd } from '#graders/sandbox/box.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';
import type { Tensors } from '#lib/core/assignments/data.ts';
import { FAILURE_CODES, type Failure, type ModelFacts } from '#lib/core/assignments/facts.ts';
import type { Artifacts } from './artifacts.ts';
import { cleanText } from './clean-text.ts';
import { parseForeignJson } from './foreign-json.ts';
import type { ReadyBox } from './pool.ts';

export type ScoreResult = { end: BoxEnd; scoreMs: number } &
  /** Facts of each model and predictions of each pass, in the order of the job. */
  (
    | { kind: 'predicted'; predictions: Float32Array[]; facts: ModelFacts[] }
    | { kind: 'failed'; failure: Failure }
    /** The box said nothing useful: a limit in `end`, or a fault of ours. */
    | { kind: 'ended' }
  );

/** Leads tensors through checked models in a box that never sees labels, and ends the box. */
export async function score(
  ready: ReadyBox,
  job: ScoreJob,
  artifacts: readonly Artifacts[],
  tensors: Tensors,
  limits: BoxLimits,
): Promise<ScoreResult> {
  const { box } = ready;
  const startedAt = performance.now();
  await ready.begin(limits);
  void box.send(INBOUND.job, Buffer.from(JSON.stringify(job)));
  for (const { topology, weights } of artifacts) {
    void box.send(INBOUND.topology, topology);
    void box.send(INBOUND.weights, weights);
  }
  for (const { name } of job.inputs) void box.send(INBOUND.tensor, bytesOf(tensors[name]!.values));
  const facts: (ModelFacts | null)[] = [];
  const predictions: Float32Array[] = [];
  let failure: Failure | null = null;
  while (failure === null && (facts.length < job.models.length || predictions.length < job.passes.length)) {
    const frame = await box.next();
    if (!frame) break;
    if (frame.type === SCORE_OUT.facts.type) facts.push(read(frame.payload, factsSchema));
    else if (frame.type === SCORE_OUT.predictions.type) predictions.push(floatsOf(frame.payload));
    else if (frame.type === SCORE_OUT.failed.type) failure = read(frame.payload, failureSchema);
  }
  const isWhole = predictions.length === job.passes.length && facts.length === job.models.length;
  const end = await box.kill(!isWhole);
  const common = { end, scoreMs: performance.now() - startedAt };
  if (failure) return { ...common, kind: 'failed', failure };
  return isWhole && facts.every((each) => each !== null)
    ? { ...common, kind: 'predicted', predictions, facts }
    : { ...common, kind: 'ended' };
}

const size = z.number().int().min(0).nullable();

const factsSchema: z.ZodType<ModelFacts> = z.strictObject({
  layers: z.array(
    z.strictObject({
      className: z.string().max(64),
      inner: z.array(z.string().max(64)).max(64),
      units: z.number().nullable(),
      activation: z.string().max(64).nullable(),
      kernelSize: z.array(z.number()).max(8).nullable(),
      rate: z.number().nullable(),
      regularized: z.boolean(),
      params: z.number().int().min(0),
      trainable: z.boolean(),
      inputShape: z.array(size),
      outputShape: z.array(size),
    }),
  ),
  params: z.number().int().min(0),
  outputShape: z.array(size),
  outputs: z.array(
    z.strictObject({
      className: z.string().max(64),
      activation: z.string().max(64).nullable(),
      units: size,
    }),
  ),
  sharedLayers: z.number().int().min(0),
  bottleneck: size,
});

const failureSchema: z.ZodType<Failure> = z.strictObject({
  code: z.enum(FAILURE_CODES),
  message: z.string().transform((text) => cleanText(text).slice(0, 2000)),
  line: z.number().int().positive().nullable(),
});

/** Our own program writes here, but with a stranger's model in its memory: null for what it would not write. */
function read<T>(payload: Buffer, schema: z.ZodType<T>): T | null {
  const json = parseForeignJson(payload, 8);
  const parsed = json.ok ? schema.safeParse(json.value) : null;
  return parsed?.success ? parsed.data : null;
}

/** Copied, because a payload need not start at a multiple of four. */
const floatsOf = (payload: Buffer): Float32Array =>
  new Float32Array(
    payload.buffer.slice(payload.byteOffset, payload.byteOffset + (payload.length & ~3)) as ArrayBuffer,
  );

const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
