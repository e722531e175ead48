import { z } from 'zod';
import { textSchema } from '../lang.ts';
import { bandPoints, bandSchema } from './band.ts';
import { metricKindSchema } from './metric-kind.ts';

/** A name in a student's script, or of a tensor. */
export const variableSchema = z.string().regex(/^[a-zA-Z]\w*$/);

/** A hidden tensor led through models of the script, of each model one output. */
export const passSchema = z.strictObject({
  input: variableSchema,
  through: z
    .array(z.strictObject({ model: variableSchema, output: z.number().int().min(0).default(0) }))
    .min(1),
});
export type Pass = z.infer<typeof passSchema>;

/** One of several numbers that make up a score, each with its own band. */
const partSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  text: textSchema,
  /** Points of 100. */
  weight: z.number().positive(),
  metric: metricKindSchema,
  of: passSchema,
  /** The hidden tensor that holds the truth. */
  against: variableSchema,
  band: bandSchema,
});
export type Part = z.infer<typeof partSchema>;

/**
 * A metric of its own, measured on hidden `x` against `y`; or the weighted sum of the parts' points, 0 to 100; or the share of the
 * tests of functions that passed, 0 to 1, for a script that leaves no model.
 */
export const metricSchema = z.discriminatedUnion('name', [
  metricKindSchema,
  z.strictObject({ name: z.literal('tests') }),
  z.strictObject({
    name: z.literal('parts'),
    parts: z.array(partSchema).min(2).refine(addsUp, 'the weights of the parts add up to 100'),
  }),
]);

type Measured = {
  metric: z.infer<typeof metricSchema>;
  band: z.infer<typeof bandSchema>;
  title: Part['text'];
  leaves: { models: string[] };
};

/** What is measured of a submission: the parts of the metric, or that one metric of the first model. */
export function partsOf({ metric, band, title, leaves }: Measured): Part[] {
  if (metric.name === 'parts') return metric.parts;
  const [model] = leaves.models;
  if (model === undefined || metric.name === 'tests') return [];
  const of = { input: 'x', through: [{ model, output: 0 }] };
  return [{ id: metric.name, text: title, weight: 100, metric, of, against: 'y', band }];
}

/** The metric of one run from the values of its parts, in their order; a part without a value earns nothing. */
export function combineParts(
  { metric }: Pick<Measured, 'metric'>,
  values: readonly (number | null)[],
): number | null {
  if (metric.name !== 'parts') return values[0] ?? null;
  const earned = metric.parts.map(({ weight, band }, i) => {
    const value = values[i] ?? null;
    return value === null ? 0 : (weight * bandPoints(band, value)) / 100;
  });
  return sum(earned);
}

function addsUp(parts: readonly { weight: number }[]): boolean {
  return sum(parts.map(({ weight }) => weight)) === 100;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
