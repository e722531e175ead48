import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startHere } from '../../testing/start-here.ts';
import { heap } from '../heap.ts';
import {
  ACTIVATIONS,
  BOUNDED,
  asStock,
  CELLS,
  makeLayer,
  numbers,
  run,
  wentStock,
  type Trial,
} from './testing/compare.ts';
import { CELLS_WITHIN, TRIALS_OF_CELLS } from './testing/trials.ts';

const { random } = Math;
beforeAll(() => startHere('wasm'));
afterAll(() => {
  Math.random = random;
});

const upTo = (max: number) => fc.integer({ min: 1, max });
const rate = fc.constantFrom(0, 0.3);
const ANY: fc.Arbitrary<Trial> = fc.record({
  cell: fc.constantFrom(...CELLS),
  units: upTo(19),
  inputs: upTo(9),
  batch: upTo(6),
  steps: fc.integer({ min: 2, max: 7 }),
  config: fc.record({
    activation: fc.constantFrom(...ACTIVATIONS),
    recurrentActivation: fc.constantFrom(...ACTIVATIONS),
    useBias: fc.boolean(),
    goBackwards: fc.boolean(),
    returnSequences: fc.boolean(),
    returnState: fc.boolean(),
    dropout: rate,
    recurrentDropout: rate,
    unroll: fc.constant(false),
  }),
  hasStates: fc.boolean(),
  isMasked: fc.boolean(),
  training: fc.boolean(),
  seed: fc.nat(1e6),
});

/** Gates without bounds let every difference of rounding grow from step to step: few steps there. */
const TRIALS = ANY.map((trial) => {
  const isBounded = (BOUNDED as readonly string[]).includes(trial.config.recurrentActivation);
  return isBounded ? trial : { ...trial, steps: Math.min(trial.steps, 3) };
});

/** Against the greatest value of the whole: an unbounded activation may grow far beyond 1. */
function distance(actual: number[], expected: number[]): number {
  const scale = Math.max(1, ...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!))) / scale;
}

test('outputs, all gradients and random draws are those of tfjs', { timeout: CELLS_WITHIN }, () => {
  fc.assert(
    fc.property(TRIALS, (trial) => {
      const [fused, stock] = [run(trial), asStock(() => run(trial))];
      expect(fused.nextDraw).toBe(stock.nextDraw);
      for (const part of ['outputs', 'gradients'] as const) {
        expect(fused[part].map((each) => each.length)).toEqual(stock[part].map((each) => each.length));
        const distances = stock[part].map((expected, k) => distance(fused[part][k]!, expected));
        expect([part, distances.filter((each) => !(each < 1e-5))]).toEqual([part, []]);
      }
    }),
    TRIALS_OF_CELLS,
  );
});

const TRIAL: Trial = {
  cell: 'lstm',
  units: 5,
  inputs: 3,
  batch: 4,
  steps: 4,
  config: {
    activation: 'tanh',
    recurrentActivation: 'sigmoid',
    useBias: true,
    goBackwards: false,
    returnSequences: true,
    returnState: false,
    dropout: 0,
    recurrentDropout: 0,
    unroll: false,
  },
  hasStates: false,
  isMasked: false,
  training: true,
  seed: 1,
};

test('one step of time alone has gradients, which tfjs cannot compute', () => {
  expect(() => asStock(() => run({ ...TRIAL, steps: 1 }))).toThrow();
  expect(
    run({ ...TRIAL, steps: 1 })
      .gradients.flat()
      .every(Number.isFinite),
  ).toBe(true);
});

describe('what the kernels do not compute goes the way of tfjs', () => {
  const x = () => numbers([2, 3, 4], 1);
  const L = tf.layers;
  const cases: Record<string, [isStock: boolean, make: () => tf.TensorContainer]> = {
    'an lstm': [false, () => L.lstm({ units: 3 }).apply(x()) as tf.Tensor],
    'a gru around its cell': [false, () => L.rnn({ cell: L.gruCell({ units: 3 }) }).apply(x()) as tf.Tensor],
    'an unrolled layer': [false, () => L.simpleRNN({ units: 3, unroll: true }).apply(x()) as tf.Tensor],
    'both directions': [
      false,
      () => L.bidirectional({ layer: L.lstm({ units: 3 }), mergeMode: 'concat' }).apply(x()) as tf.Tensor,
    ],
    'another activation': [true, () => L.lstm({ units: 3, activation: 'softplus' }).apply(x()) as tf.Tensor],
    'stacked cells': [
      true,
      () =>
        L.rnn({ cell: [L.lstmCell({ units: 3 }), L.lstmCell({ units: 2 })] as never }).apply(
          x(),
        ) as tf.Tensor,
    ],
    'a cell that somebody changed': [
      true,
      () => {
        const layer = L.lstm({ units: 3 }) as unknown as { cell: tf.layers.Layer } & tf.layers.Layer;
        const { call } = layer.cell;
        layer.cell.call = function (...args) {
          return call.apply(this, args);
        };
        return layer.apply(x()) as tf.Tensor;
      },
    ],
  };
  test.each(Object.keys(cases))('%s', async (name) => {
    const [isStock, make] = cases[name]!;
    expect(await wentStock(make)).toBe(isStock);
  });
});

test('the gradient of a gradient is that of tfjs', () => {
  const layer = makeLayer(TRIAL);
  layer.build([4, 4, 3]);
  // A penalty on the slope to the input, as for the critic of a Wasserstein GAN.
  const penalty = () => {
    const slope = tf.grad((x) => (layer.call(x, {}) as tf.Tensor).sum())(numbers([4, 4, 3], 1));
    return slope.square().sum() as tf.Scalar;
  };
  const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const measure = () => {
    const { grads } = tf.variableGrads(penalty, weights.slice(0, 2));
    return weights.slice(0, 2).map(({ name }) => [...grads[name]!.dataSync()]);
  };
  const [ours, theirs] = [measure(), asStock(measure)];
  expect(ours).toEqual(theirs);
  expect(ours.flat().some((value) => value !== 0)).toBe(true);
});

test('a stateful layer goes on from its last state, as in tfjs', () => {
  const outputs = () => {
    const layer = tf.layers.gru({
      units: 4,
      stateful: true,
      batchInputShape: [2, 3, 4],
      kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
      recurrentInitializer: tf.initializers.glorotUniform({ seed: 2 }),
    });
    const model = tf.sequential({ layers: [layer] });
    const predicted = [1, 2, 3].map((seed) => model.predict(numbers([2, 3, 4], seed)) as tf.Tensor);
    layer.resetStates();
    return [...predicted, model.predict(numbers([2, 3, 4], 1)) as tf.Tensor].map((each) => [
      ...each.dataSync(),
    ]);
  };
  const [ours, theirs] = [outputs(), asStock(outputs)];
  ours.forEach((each, k) => expect(distance(each, theirs[k]!)).toBeLessThan(1e-5));
  expect(ours[3]).toEqual(ours[0]);
  expect(ours[1]).not.toEqual(ours[0]);
});

test('an encoder hands its states to a decoder, over padded words in both directions', () => {
  const seeded = (seed: number) => ({
    kernelInitializer: tf.initializers.glorotUniform({ seed }),
    recurrentInitializer: tf.initializers.glorotUniform({ seed: seed + 9 }),
  });
  const losses = () => {
    const L = tf.layers;
    const words = tf.input({ shape: [5], dtype: 'int32' });
    const uniform = tf.initializers.randomUniform({ minval: -1, maxval: 1, seed: 3 });
    const embedded = L.embedding({
      inputDim: 9,
      outputDim: 4,
      maskZero: true,
      embeddingsInitializer: uniform,
    }).apply(words) as tf.SymbolicTensor;
    const both = L.bidirectional({
      layer: L.lstm({ units: 3, returnSequences: true, ...seeded(1) }),
      mergeMode: 'concat',
    }).apply(embedded) as tf.SymbolicTensor;
    const [last, h, c] = L.lstm({ units: 6, returnState: true, ...seeded(2) }).apply(
      both,
    ) as tf.SymbolicTensor[];
    const decoded = L.lstm({ units: 6, ...seeded(3) }).apply(
      L.repeatVector({ n: 2 }).apply(last!) as tf.SymbolicTensor,
      { initialState: [h!, c!] },
    );
    const kernelInitializer = tf.initializers.glorotUniform({ seed: 4 });
    const outputs = L.dense({ units: 1, kernelInitializer }).apply(decoded) as tf.SymbolicTensor;
    const model = tf.model({ inputs: words, outputs });
    const optimizer = tf.train.adam(0.05);
    const ids = tf.tensor2d([1, 2, 3, 0, 0, 4, 5, 0, 0, 0, 6, 7, 8, 1, 2], [3, 5], 'int32');
    const wanted = tf.tensor2d([1, -1, 0.5], [3, 1]);
    const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    return Array.from({ length: 8 }, () => {
      const loss = optimizer.minimize(
        () => tf.losses.meanSquaredError(wanted, model.apply(ids, { training: true }) as tf.Tensor),
        true,
        weights,
      );
      return loss!.dataSync()[0]!;
    });
  };
  const [ours, theirs] = [losses(), asStock(losses)];
  expect(distance(ours, theirs)).toBeLessThan(1e-5);
  expect(ours.at(-1)).toBeLessThan(ours[0]! / 2);
});

test('a layer leaves nothing behind, after training and after prediction', () => {
  const held = () => [tf.memory().numTensors, heap().backend.numDataIds(), heap().floats().length];
  const layers = CELLS.map((cell) =>
    makeLayer({ ...TRIAL, cell, config: { ...TRIAL.config, dropout: 0.3, recurrentDropout: 0.3 } }),
  );
  const x = numbers([16, 20, 3], 1);
  const round = () => {
    for (const layer of layers) {
      layer.apply(x, { training: true });
      const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
      tf.dispose(tf.variableGrads(() => (layer.apply(x, { training: true }) as tf.Tensor).sum(), weights));
    }
  };
  for (let i = 0; i < 3; i++) tf.tidy(round);
  const before = held();
  for (let i = 0; i < 200; i++) tf.tidy(round);
  expect(held()).toEqual(before);
  x.dispose();
});

test.each(CELLS)('%s gives back every piece of memory that it took', (cell) => {
  const [taken, given] = [vi.spyOn(heap(), 'allocate'), vi.spyOn(heap(), 'free')];
  run({ ...TRIAL, cell });
  const pieces = taken.mock.results.map(({ value }) => value as number);
  expect(pieces.length).toBeGreaterThan(0);
  expect(given.mock.calls.map(([at]) => at).toSorted()).toEqual(pieces.toSorted());
  vi.restoreAllMocks();
});
