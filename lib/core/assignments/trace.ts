import { z } from 'zod';

/**
 * Cheap statistics of one training, taken inside the train box beside the student's code. They can be forged, so every bound here
 * is strict and they feed findings only. NaN and infinity travel as null; "share" is a number from 0 to 1.
 */
const value = z.number().nullable();
const share = z.number().min(0).max(1);
const name = z.string().max(64);

/** Rows as they were given or handed to `fit`. Large tensors are looked at in evenly spaced rows. */
const tensor = z.strictObject({
  shape: z.array(z.number().int().min(0)).max(8),
  min: value,
  max: value,
  mean: value,
  std: value,
  notFinite: share,
  /** Largest and smallest standard deviation of a column (last axis), constant columns left out; null where none varies. */
  columnStdMax: value,
  columnStdMin: value,
  isWhole: z.boolean(),
  /** More than one column, one 1 and otherwise 0 in every row. */
  isOneHot: z.boolean(),
  /** Different values of a single column, or different classes of one-hot rows, counted up to 100. */
  distinct: z.number().int().min(0).max(100),
  /** Share of the most frequent of them. */
  commonest: share,
});
export type TensorFacts = z.infer<typeof tensor>;

/** What the first `fit` of the model was called with. */
const fit = z.strictObject({
  x: tensor,
  y: tensor,
  validation: z
    .strictObject({
      rows: z.number().int().min(1),
      /** Share of its rows whose inputs are training rows too. */
      shared: share,
      /** Share of its rows whose class never occurs in training; null where labels are no classes. */
      unknownClass: share.nullable(),
    })
    .nullable(),
  /** Of the rows that are among the given ones, the share whose label is another than the given one; null when too few are. */
  relabelled: share.nullable(),
});
export type FitFacts = z.infer<typeof fit>;

const layer = z.strictObject({
  className: name,
  activation: name.nullable(),
  /** Root mean square of the weights and of the loss's gradient with respect to them; null without weights or loss. */
  weights: value,
  gradient: value,
  /** Length of the change of the weights since the start over their length at the start; null at the start. */
  moved: value,
  mean: value,
  std: value,
  /** Share of units (channels) that are 0 for every row of the probe. */
  dead: share,
  /** Share of values at the flat ends of a sigmoid or tanh; 0 for other activations. */
  saturated: share,
});
export type LayerTrace = z.infer<typeof layer>;

/** One look into a model with a fixed batch, in inference mode. */
const probe = z.strictObject({
  rows: z.number().int().min(1),
  loss: value,
  layers: z.array(layer).max(64),
  output: z.strictObject({ min: value, max: value, mean: value, std: value }),
});
export type Probe = z.infer<typeof probe>;

export const traceSchema = z.strictObject({
  learningRate: value,
  /** `xTrain` and `yTrain` as the script got them; `repeated` is the share of rows that occur before. */
  given: z.strictObject({ x: tensor, y: tensor, repeated: share }),
  /** Null where the model left behind was never given to `fit`. */
  fit: fit.nullable(),
  start: probe.nullable(),
  end: probe.nullable(),
});
export type Trace = z.infer<typeof traceSchema>;
