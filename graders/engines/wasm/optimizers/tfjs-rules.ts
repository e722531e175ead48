import type * as tf from '@tensorflow/tfjs';
import { scalarOf, setScalar, type Rule, type Slot } from './rule.ts';

/**
 * The optimizers of tfjs 4.22.0, bit by bit. What they keep to themselves is read from where they keep it, so that a step of tfjs's own
 * can follow one of these and the other way round; also where that looks odd: SGD and momentum compute with the scalars made when the
 * rate was set, `centered` takes epsilon away under its root, and adadelta measures a step by the squares of before it.
 */
type Sgd = { c: tf.Scalar };
type Momentum = Sgd & { m: tf.Scalar; useNesterov: boolean; accumulations: Slot[] };
type RmsProp = {
  learningRate: number;
  decay: number;
  momentum: number;
  epsilon: number;
  centered: boolean;
  accumulatedMeanSquares: Slot[];
  accumulatedMoments: Slot[];
  accumulatedMeanGrads: Slot[];
};
type Adam = {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  accBeta1: tf.Variable;
  accBeta2: tf.Variable;
  accumulatedFirstMoment: Slot[];
  accumulatedSecondMoment: Slot[];
};
type Adamax = {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  decay: number;
  accBeta1: tf.Variable;
  iteration: tf.Variable;
  accumulatedFirstMoment: Slot[];
  accumulatedWeightedInfNorm: Slot[];
};
type Adagrad = {
  learningRate: number;
  initialAccumulatorValue: number;
  accumulatedGrads: Slot[];
};
type Adadelta = {
  learningRate: number;
  rho: number;
  epsilon: number;
  accumulatedGrads: Slot[];
  accumulatedUpdates: Slot[];
};

/** Rounds to float32, as every operation of tfjs on scalars does. */
const f = Math.fround;

export const SGD: Rule<Sgd> = {
  slots: () => [],
  begin: ({ c }, heap) => {
    const minusRate = scalarOf(heap, c);
    return (size, w, _, g) => heap.kernels.sgd(size, w, g, minusRate);
  },
};

export const MOMENTUM: Rule<Momentum> = {
  slots: ({ accumulations }) => [{ list: accumulations, suffix: 'momentum' }],
  begin: ({ c, m, useNesterov }, heap) => {
    const [minusRate, keep] = [scalarOf(heap, c), scalarOf(heap, m)];
    return (size, w, [sum], g) => heap.kernels.momentum(size, w, sum!, g, minusRate, keep, useNesterov);
  },
};

export const RMSPROP: Rule<RmsProp> = {
  slots: (optimizer) => [
    { list: optimizer.accumulatedMeanSquares, suffix: 'rms' },
    { list: optimizer.accumulatedMoments, suffix: 'momentum' },
    ...(optimizer.centered ? [{ list: optimizer.accumulatedMeanGrads, suffix: 'mg' }] : []),
  ],
  begin:
    ({ learningRate, decay, momentum, epsilon }, { kernels }) =>
    (size, w, [squares, moved, center = 0], g) =>
      // prettier-ignore
      kernels.rmsProp(
        size, w, squares!, moved!, center, g, learningRate, decay, 1 - decay, momentum, epsilon,
      ),
};

export const ADAM: Rule<Adam> = {
  slots: (optimizer) => [
    { list: optimizer.accumulatedFirstMoment, suffix: 'm' },
    { list: optimizer.accumulatedSecondMoment, suffix: 'v' },
  ],
  begin: ({ learningRate, beta1, beta2, epsilon, accBeta1, accBeta2 }, heap) => {
    const [left1, left2] = [f(1 - scalarOf(heap, accBeta1)), f(1 - scalarOf(heap, accBeta2))];
    return (size, w, [m, v], g) =>
      // prettier-ignore
      heap.kernels.adam(
        size, w, m!, v!, g, -learningRate, beta1, 1 - beta1, beta2, 1 - beta2, left1, left2, epsilon,
      );
  },
  end: ({ accBeta1, accBeta2, beta1, beta2 }, heap) => {
    setScalar(heap, accBeta1, f(scalarOf(heap, accBeta1) * f(beta1)));
    setScalar(heap, accBeta2, f(scalarOf(heap, accBeta2) * f(beta2)));
  },
};

export const ADAMAX: Rule<Adamax> = {
  slots: (optimizer) => [
    { list: optimizer.accumulatedFirstMoment, suffix: 'm' },
    { list: optimizer.accumulatedWeightedInfNorm, suffix: 'v' },
  ],
  begin: ({ learningRate, beta1, beta2, epsilon, decay, accBeta1, iteration }, heap) => {
    const slowed = f(f(scalarOf(heap, iteration) * f(decay)) + 1);
    const minusRate = f(f(f(-learningRate) / slowed) / f(1 - scalarOf(heap, accBeta1)));
    return (size, w, [m, v], g) =>
      heap.kernels.adamax(size, w, m!, v!, g, minusRate, beta1, 1 - beta1, beta2, epsilon);
  },
  end: ({ accBeta1, beta1, iteration }, heap) => {
    setScalar(heap, iteration, f(scalarOf(heap, iteration) + 1));
    setScalar(heap, accBeta1, f(scalarOf(heap, accBeta1) * f(beta1)));
  },
};

export const ADAGRAD: Rule<Adagrad> = {
  slots: ({ accumulatedGrads, initialAccumulatorValue }) => [
    { list: accumulatedGrads, suffix: 'accumulator', initial: initialAccumulatorValue },
  ],
  begin:
    ({ learningRate }, { kernels, backend }) =>
    (size, w, [squares], g) =>
      kernels.adagrad(size, w, squares!, g, -learningRate, backend.epsilon()),
};

export const ADADELTA: Rule<Adadelta> = {
  slots: (optimizer) => [
    { list: optimizer.accumulatedGrads, suffix: 'accum_grad' },
    { list: optimizer.accumulatedUpdates, suffix: 'accum_var' },
  ],
  begin:
    ({ learningRate, rho, epsilon }, { kernels }) =>
    (size, w, [squares, steps], g) =>
      kernels.adadelta(size, w, squares!, steps!, g, -learningRate, rho, 1 - rho, epsilon),
};
