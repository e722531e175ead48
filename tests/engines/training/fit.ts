import * as tf from '@tensorflow/tfjs';
import { mulberry32 } from '#lib/core/rng.ts';
import { sizeOf } from '../values.ts';

/** One training of the contract; gives numbers that every engine must come near to. */
export type TrainingCase = () => Promise<number[]>;

type Plan = {
  shape: number[];
  classes: number;
  rows?: number;
  whole?: boolean;
  compile?: Partial<tf.ModelCompileArgs>;
};

const L = tf.layers;
const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
export const kernel = (seed: number) => ({ kernelInitializer: seeded(seed) });
export const recurrent = (seed: number) => ({ ...kernel(seed), recurrentInitializer: seeded(seed + 50) });
export const classifier = (classes: number) =>
  L.dense({ units: classes, activation: 'softmax', ...kernel(9) });
export const sequential = (...layers: tf.layers.Layer[]): tf.LayersModel => tf.sequential({ layers });

/** Rows whose every `classes`-th value tells the class; whole numbers below 50 instead where ids are wanted. */
export function data({ shape, classes, rows = 32, whole = false }: Plan) {
  const draw = mulberry32(7);
  const size = sizeOf(shape);
  const [x, y] = [new Float32Array(rows * size), new Float32Array(rows * classes)];
  for (let row = 0; row < rows; row++) {
    const label = Math.floor(draw() * classes);
    y[row * classes + label] = 1;
    for (let i = 0; i < size; i++)
      x[row * size + i] = whole ? Math.floor(draw() * 50) : draw() / 2 + (i % classes === label ? 0.5 : 0);
  }
  return { x: tf.tensor(x, [rows, ...shape], whole ? 'int32' : 'float32'), y: tf.tensor(y, [rows, classes]) };
}

/** Two epochs in order, then an evaluation: three losses. */
export async function fit(model: tf.LayersModel, plan: Plan): Promise<number[]> {
  model.compile({
    optimizer: 'adam',
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy'],
    ...plan.compile,
  });
  const { x, y } = data(plan);
  const { history } = await model.fit(x, y, { epochs: 2, batchSize: 16, verbose: 0, shuffle: false });
  const evaluated = [model.evaluate(x, y)].flat()[0]!;
  return [...(history['loss'] as number[]), evaluated.dataSync()[0]!];
}
