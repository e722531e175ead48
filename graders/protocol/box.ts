import type { Tensor } from '#lib/core/assignments/data.ts';
import { MODELS_MAX } from '#lib/core/assignments/facts.ts';
import type { Call } from '#lib/core/assignments/function-tests.ts';
import type { Pass } from '#lib/core/assignments/parts.ts';

/**
 * Host ↔ box frames: u32 type, u32 length (little endian), payload. The host rejects on the header alone whatever is not
 * listed here, is longer than its cap, or comes more often than allowed. Fd 3 carries frames in, fd 4 frames out.
 *
 * Train box (student code): job, one tensor for each in the job, topology and weights of a base where the job has one, in; ready,
 * started, epoch*, output*, topology and weights of each model, results, record, done — or record, failed — out.
 * Score box (no student code): job, topology and weights of each model, one tensor for each input (never labels), in; ready, facts
 * of each model, predictions of each pass — or failed — out.
 */
export type FrameRule = { type: number; maxBytes: number; maxCount: number };

/** Different outputs that may be asked for in one scoring. */
export const PASSES_MAX = 4;

const KIB = 1024;
const MIB = 1024 * KIB;

export const INBOUND = {
  /** JSON `TrainJob` or `ScoreJob`. */
  job: 10,
  /** Float32 values of a tensor, row-major. */
  tensor: 11,
  topology: 13,
  weights: 14,
} as const;

export const TRAIN_OUT = {
  ready: { type: 1, maxBytes: 0, maxCount: 1 },
  /** Student code begins to run. */
  started: { type: 2, maxBytes: 0, maxCount: 1 },
  /** JSON `{epoch, epochs, logs}`. */
  epoch: { type: 3, maxBytes: 4 * KIB, maxCount: 2000 },
  topology: { type: 20, maxBytes: 1 * MIB, maxCount: MODELS_MAX },
  weights: { type: 21, maxBytes: 32 * MIB, maxCount: MODELS_MAX },
  /** JSON `TrainRecord`: what `compile` and `fit` were called with; advisory, used for findings only, never for the metric. */
  record: { type: 22, maxBytes: 64 * KIB, maxCount: 1 },
  /** JSON `CallResult[]`, one for each call of the job. */
  results: { type: 24, maxBytes: 256 * KIB, maxCount: 1 },
  done: { type: 23, maxBytes: 0, maxCount: 1 },
  /** JSON `Failure`. */
  failed: { type: 99, maxBytes: 8 * KIB, maxCount: 1 },
} as const satisfies Record<string, FrameRule>;

export const SCORE_OUT = {
  ready: { type: 1, maxBytes: 0, maxCount: 1 },
  /** Float32 predictions, row-major; the host checks that the length is rows × columns × 4. */
  predictions: { type: 30, maxBytes: 16 * MIB, maxCount: PASSES_MAX },
  /** JSON `ModelFacts`, computed by our code from the loaded model: layers, units, activations, parameter counts. */
  facts: { type: 31, maxBytes: 256 * KIB, maxCount: MODELS_MAX },
  failed: { type: 99, maxBytes: 8 * KIB, maxCount: 1 },
} as const satisfies Record<string, FrameRule>;

export type TensorSpec = { name: string; shape: number[]; dtype: Tensor['dtype'] };
/** `models` and `calls` name what the script has to leave; `hasBase`: `loadBase()` has a model to give. */
export type TrainJob = {
  source: string;
  seed: number;
  tensors: TensorSpec[];
  /** Numbers predefined beside them. */
  names: Record<string, number>;
  models: string[];
  calls: Call[];
  hasBase: boolean;
  epochsMax: number;
};
export type ScoreJob = { models: string[]; inputs: TensorSpec[]; passes: Pass[] };

export type {
  Failure,
  FailureCode,
  LayerFacts,
  ModelFacts,
  TrainRecord,
} from '#lib/core/assignments/facts.ts';
