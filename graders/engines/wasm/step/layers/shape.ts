import type { Layer } from '../internals.ts';
import { only, reshaped, type Compile } from '../part.ts';
import { refuse } from '../plain-path.ts';

export const flatten: Compile = (_, layer, inputs) => {
  if (layer['dataFormat'] === 'channelsFirst') refuse('Flatten with channelsFirst');
  return reshaped(only(inputs), [only(inputs).size]);
};

export const reshape: Compile = (_, layer, inputs) =>
  reshaped(only(inputs), rowShape(layer, only(inputs).shape));

/** The shape of a row of what a layer with one input makes of rows of this shape. */
export const rowShape = (layer: Layer, shape: readonly number[]): number[] =>
  (layer.computeOutputShape([1, ...shape]) as number[]).slice(1);
