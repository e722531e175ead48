/**
 * Host ↔ box frames: u32 type, u32 length (little endian), payload. The host rejects on the header alone whatever is not
 * listed here, is longer than its cap, or comes more often than allowed. Fd 3 carries frames in, fd 4 frames out.
 *
 * Train box (student code): job, x, y in; ready, started, epoch*, output*, topology, weights, record, done — or record, failed — out.
 * Score box (no student code): topology, weights, x in (never labels); ready, predictions — or failed — out.
 */
export type FrameRule = { type: number; maxBytes: number; maxCount: number };

const KIB = 1024;
const MIB = 1024 * KIB;

export const INBOUND = {
  /** JSON `TrainJob` or `ScoreJob`. */
  job: 10,
  /** Float32 features, row-major. */
  x: 11,
  /** Float32 labels (train box only). */
  y: 12,
  topology: 13,
  weights: 14,
} as const;

export const TRAIN_OUT = {
  ready: { type: 1, maxBytes: 0, maxCount: 1 },
  /** Student code begins to run. */
  started: { type: 2, maxBytes: 0, maxCount: 1 },
  /** JSON `{epoch, epochs, logs}`. */
  epoch: { type: 3, maxBytes: 4 * KIB, maxCount: 2000 },
  topology: { type: 20, maxBytes: 1 * MIB, maxCount: 1 },
  weights: { type: 21, maxBytes: 32 * MIB, maxCount: 1 },
  /** JSON `TrainRecord`: what `compile` and `fit` were called with; advisory, used for findings only, never for the metric. */
  record: { type: 22, maxBytes: 64 * KIB, maxCount: 1 },
  done: { type: 23, maxBytes: 0, maxCount: 1 },
  /** JSON `Failure`. */
  failed: { type: 99, maxBytes: 8 * KIB, maxCount: 1 },
} as const satisfies Record<string, FrameRule>;

export const SCORE_OUT = {
  ready: { type: 1, maxBytes: 0, maxCount: 1 },
  /** Float32 predictions, row-major; the host checks that the length is rows × columns × 4. */
  predictions: { type: 30, maxBytes: 16 * MIB, maxCount: 1 },
  /** JSON `ModelFacts`, computed by our code from the loaded model: layers, units, activations, parameter counts. */
  facts: { type: 31, maxBytes: 256 * KIB, maxCount: 1 },
  failed: { type: 99, maxBytes: 8 * KIB, maxCount: 1 },
} as const satisfies Record<string, FrameRule>;

/** `inputs` and `labels` are the dtypes of `xTrain` and `yTrain`: whole numbers arrive as int32. */
export type TrainJob = {
  source: string;
  seed: number;
  xShape: number[];
  yShape: number[];
  inputs: 'int' | 'float';
  labels: 'int' | 'float';
  /** Numbers predefined beside them. */
  names: Record<string, number>;
  epochsMax: number;
};
export type ScoreJob = { xShape: number[]; topologyBytes: number; weightsBytes: number };

export type {
  Failure,
  FailureCode,
  LayerFacts,
  ModelFacts,
  TrainRecord,
} from '#lib/core/assignments/facts.ts';
