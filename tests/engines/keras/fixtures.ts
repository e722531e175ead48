import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `make_fixtures.py` wrote: outputs and gradients of real Keras 3. */
export type LayerSpec = { layer: string; config: Record<string, unknown> };
export type LayerFixture = {
  name: string;
  /** One layer, or a stack of them. */
  layers: LayerSpec[];
  /** Shapes with their batch. */
  inputs: number[][];
  training?: boolean;
  /** Inputs are ids below this number. */
  whole?: number;
  /** Rows from this step on are 0, to be masked. */
  zeroFrom?: number;
  /** No gradients of the inputs. */
  constant?: boolean;
  weights: number[][];
  positive: boolean[];
  output: { shape: number[]; values: number[] };
  weightGradients: number[][];
  inputGradients: number[][];
};
export type Fixtures = {
  keras: string;
  tensorflow: string;
  layers: LayerFixture[];
  /** A GRU of 3 units with `reset_after`, which tfjs has not. */
  resetAfter: LayerFixture;
  activations: Record<string, number[]>;
  losses: Record<string, number>;
  optimizers: Record<string, number[]>;
};

export const FIXTURES = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures.json'), 'utf8'),
) as Fixtures;
