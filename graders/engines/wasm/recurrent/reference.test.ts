import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { mulberry32 } from '#lib/core/rng.ts';
import { FIXTURES } from '#tests/engines/keras/fixtures.ts';
import { values as kerasValues } from '#tests/engines/keras/check.ts';
import { startHere } from '../../testing/start-here.ts';
import { heap } from '../heap.ts';
import { CURVES } from '../curves.ts';
import { recur, type Inputs } from './operation.ts';
import { GATES, type Cell, type Recurrence } from './recurrence.ts';
import { computeReference, type Values } from './testing/reference.ts';
import { CELLS_WITHIN, TRIALS_OF_CELLS } from './testing/trials.ts';

beforeAll(() => startHere('wasm'));

const upTo = (max: number) => fc.integer({ min: 1, max });
// Smooth ones: a difference quotient across a kink is no gradient.
const smooth = fc.constantFrom(CURVES.tanh, CURVES.sigmoid);
const RECURRENCES: fc.Arbitrary<Recurrence> = fc.record({
  cell: fc.constantFrom<Cell[]>('lstm', 'gru', 'gruResetAfter', 'simpleRNN'),
  batch: upTo(3),
  steps: upTo(4),
  inputs: upTo(5),
  units: upTo(6),
  activation: fc.oneof(smooth, fc.constant(CURVES.linear)),
  gateActivation: smooth,
  goesBackwards: fc.boolean(),
  isMasked: fc.boolean(),
  dropsInputs: fc.boolean(),
  dropsState: fc.boolean(),
});

const shapesOf = ({ cell, batch, steps, inputs, units }: Recurrence): Record<keyof Values, number[]> => ({
  x: [batch, steps, inputs],
  kernel: [inputs, GATES[cell] * units],
  recurrentKernel: [units, GATES[cell] * units],
  bias: cell === 'gruResetAfter' ? [2, 3 * units] : [GATES[cell] * units],
  h: [batch, units],
  c: [batch, units],
  mask: [batch, steps],
  inputDropout: [batch, inputs],
  stateDropout: [batch, units],
});

/** Rounded to float32, so that both sides begin with the same numbers; so small that a linear cell does not blow rounding up step by step. */
function valuesOf(recurrence: Recurrence, seed: number): Values {
  const draw = mulberry32(seed);
  const made = Object.entries(shapesOf(recurrence)).map(([name, shape]) => {
    const next = /mask|Dropout/.test(name)
      ? () => (draw() < 0.4 ? 0 : name === 'mask' ? 1 : 1.5)
      : () => Math.fround(draw() - 0.5);
    return [name, Array.from({ length: tf.util.sizeFromShape(shape) }, next)];
  });
  return Object.fromEntries(made) as Values;
}

const LEARNT = ['x', 'kernel', 'recurrentKernel', 'bias', 'h', 'c'] as const;
const learntOf = ({ cell }: Recurrence) => LEARNT.filter((name) => name !== 'c' || cell === 'lstm');

/** Σ cos(i)·output over all outputs. */
const weigh = (outputs: number[][]) => outputs.flat().reduce((sum, value, i) => sum + Math.cos(i) * value, 0);

const STEP = 1e-5;

function quotients(recurrence: Recurrence, values: Values, name: (typeof LEARNT)[number]): number[] {
  const at = (i: number, delta: number) => {
    const moved = values[name].with(i, values[name][i]! + delta);
    return weigh(computeReference(recurrence, { ...values, [name]: moved }));
  };
  return values[name].map((_, i) => (at(i, STEP) - at(i, -STEP)) / (2 * STEP));
}

function fused(recurrence: Recurrence, values: Values) {
  return tf.tidy(() => {
    const shapes = shapesOf(recurrence);
    const tensorOf = (name: keyof Values) => tf.tensor(values[name], shapes[name]);
    const variables = learntOf(recurrence).map((name) => [name, tensorOf(name).variable()] as const);
    const masks = {
      ...(recurrence.isMasked && { mask: tensorOf('mask') }),
      ...(recurrence.dropsInputs && { inputDropout: tensorOf('inputDropout') }),
      ...(recurrence.dropsState && { stateDropout: tensorOf('stateDropout') }),
    };
    let outputs: number[][] = [];
    const inputs = Object.fromEntries(variables) as unknown as Inputs;
    const { grads } = tf.variableGrads(
      () => {
        const tensors = recur(heap(), recurrence, inputs, masks, true);
        outputs = tensors.map((tensor) => [...tensor.dataSync()]);
        const flat = tf.concat(tensors.map((tensor) => tensor.flatten()));
        return flat.mul(Float32Array.from({ length: flat.size }, (_, i) => Math.cos(i))).sum() as tf.Scalar;
      },
      variables.map(([, variable]) => variable),
    );
    const gradients = variables.map(([, { name }]) => [...grads[name]!.dataSync()]);
    tf.dispose(variables.map(([, variable]) => variable));
    return { outputs, gradients };
  });
}

const distance = (actual: number[], expected: number[]) =>
  Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!))) /
  Math.max(1, ...expected.map(Math.abs));

test('outputs and gradients are those of the formulas in double precision', { timeout: CELLS_WITHIN }, () => {
  fc.assert(
    fc.property(RECURRENCES, fc.nat(1e6), (recurrence, seed) => {
      const values = valuesOf(recurrence, seed);
      const { outputs, gradients } = fused(recurrence, values);
      const expected = computeReference(recurrence, values);
      expect(outputs.map((each, k) => distance(each, expected[k]!)).filter((each) => !(each < 1e-5))).toEqual(
        [],
      );
      const far = learntOf(recurrence).filter(
        (name, k) => !(distance(gradients[k]!, quotients(recurrence, values, name)) < 2e-5),
      );
      expect(far).toEqual([]);
    }),
    TRIALS_OF_CELLS,
  );
});

test('a GRU that resets after the product is that of Keras', () => {
  const { inputs, weights, output, weightGradients, inputGradients } = FIXTURES.resetAfter;
  const [batch, steps, width] = inputs[0] as [number, number, number];
  const recurrence: Recurrence = {
    cell: 'gruResetAfter',
    batch,
    steps,
    inputs: width,
    units: 3,
    activation: CURVES.tanh,
    gateActivation: CURVES.sigmoid,
    goesBackwards: false,
    isMasked: false,
    dropsInputs: false,
    dropsState: false,
  };
  // As `values` and `weight_values` of `make_fixtures.py`.
  const x = tf.tensor(kerasValues(inputs[0]!, 0.3), inputs[0]);
  const given = weights.map((shape, k) => tf.tensor(kerasValues(shape, 10 + k), shape).div(2));
  const upstream = tf.tensor(
    Float32Array.from({ length: 36 }, (_, i) => Math.cos(i)),
    [2, 6, 3],
  );
  const compute = (...[each, kernel, recurrentKernel, bias]: tf.Tensor[]) =>
    recur(
      heap(),
      recurrence,
      { x: each!, kernel: kernel!, recurrentKernel: recurrentKernel!, bias: bias! },
      {},
      true,
    )[0]!;
  expect(distance([...compute(x, ...given).dataSync()], output.values)).toBeLessThan(2e-5);
  const gradients = tf.grads((...all) =>
    compute(...all)
      .mul(upstream)
      .sum(),
  )([x, ...given]);
  [...inputGradients, ...weightGradients].forEach((expected, k) =>
    expect(distance([...gradients[k]!.dataSync()], expected)).toBeLessThan(2e-5),
  );
});
