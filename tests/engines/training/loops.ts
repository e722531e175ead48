import * as tf from '@tensorflow/tfjs';
import { classifier, data, kernel, sequential, type TrainingCase } from './fit.ts';

const L = tf.layers;
const STEPS = 4;
const dense = (units: number, seed: number, more: object = {}) =>
  L.dense({ units, ...kernel(seed), ...more });
const valuesOf = (model: tf.LayersModel) =>
  model.trainableWeights.map((weight) => weight.read() as tf.Variable);
const noise = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, 'float32', seed);
const { sigmoidCrossEntropy } = tf.losses;

/** Trainings that students write themselves, and the interface around `fit`. */
export const LOOPS: Record<string, TrainingCase> = {
  'generative adversarial network': async () => {
    const generator = sequential(
      dense(16, 1, { activation: 'relu', inputShape: [4] }),
      dense(8, 2, { activation: 'tanh' }),
    );
    const critic = sequential(dense(16, 3, { inputShape: [8] }), L.leakyReLU({ alpha: 0.2 }), dense(1, 4));
    const [forGenerator, forCritic] = [tf.train.adam(0.01, 0.5), tf.train.adam(0.01, 0.5)];
    const real = data({ shape: [8], classes: 2 }).x;
    const judged = (x: tf.Tensor) => critic.apply(x, { training: true }) as tf.Tensor;
    const made = (step: number) => generator.apply(noise([32, 4], step), { training: true }) as tf.Tensor;
    const losses: number[] = [];
    for (let step = 1; step <= STEPS; step++) {
      const mistakes = () => {
        const right = sigmoidCrossEntropy(tf.ones([32, 1]), judged(real)) as tf.Scalar;
        return right.add(sigmoidCrossEntropy(tf.zeros([32, 1]), judged(made(step)))) as tf.Scalar;
      };
      const exposed = () => sigmoidCrossEntropy(tf.ones([32, 1]), judged(made(step))) as tf.Scalar;
      losses.push(forCritic.minimize(mistakes, true, valuesOf(critic))!.dataSync()[0]!);
      losses.push(forGenerator.minimize(exposed, true, valuesOf(generator))!.dataSync()[0]!);
    }
    return losses;
  },
  'variational autoencoder': async () => {
    const hidden = dense(16, 1, { activation: 'relu' });
    const [mean, logVariance] = [dense(3, 2), dense(3, 3)];
    const decoder = sequential(
      dense(16, 4, { activation: 'relu', inputShape: [3] }),
      dense(20, 5, { activation: 'sigmoid' }),
    );
    const { x } = data({ shape: [20], classes: 4 });
    const optimizer = tf.train.adam(0.01);
    const losses: number[] = [];
    for (let step = 1; step <= STEPS; step++) {
      const loss = optimizer.minimize(() => {
        const code = hidden.apply(x) as tf.Tensor;
        const [m, v] = [mean.apply(code) as tf.Tensor, logVariance.apply(code) as tf.Tensor];
        const drawn = m.add(
          v
            .mul(0.5)
            .exp()
            .mul(noise([32, 3], step)),
        );
        const error = tf.metrics
          .meanSquaredError(x, decoder.apply(drawn) as tf.Tensor)
          .mean()
          .mul(20);
        const divergence = v.add(1).sub(m.square()).sub(v.exp()).sum(-1).mean().mul(-0.5);
        return error.add(divergence) as tf.Scalar;
      }, true)!;
      losses.push(loss.dataSync()[0]!);
    }
    return losses;
  },
  'several outputs': async () => {
    const input = tf.input({ shape: [10] });
    const hidden = dense(16, 1, { activation: 'relu' }).apply(input);
    const outputs = [
      dense(3, 2, { activation: 'softmax', name: 'class' }).apply(hidden),
      dense(1, 3, { name: 'value' }).apply(hidden),
    ] as tf.SymbolicTensor[];
    const model = tf.model({ inputs: input, outputs });
    const loss = ['categoricalCrossentropy', 'meanSquaredError'];
    model.compile({ optimizer: 'rmsprop', loss, metrics: ['accuracy'] });
    const { x, y } = data({ shape: [10], classes: 3 });
    const targets = [y, y.slice([0, 0], [32, 1])];
    const { history } = await model.fit(x, targets, { epochs: 3, batchSize: 16, verbose: 0, shuffle: false });
    return history['loss'] as number[];
  },
  'gradients of gathering and sums': async () => {
    const w = tf.variable(tf.randomUniform([10, 4], -1, 1, 'float32', 1));
    const { value, grads } = tf.variableGrads(() => {
      const gathered = tf
        .gather(w, tf.tensor1d([1, 3, 3, 5], 'int32'))
        .square()
        .sum();
      return gathered.add(tf.cumsum(w, 1).sum()).add(tf.reverse(w, 0).mul(w).sum()) as tf.Scalar;
    }, [w]);
    return [value.dataSync()[0]!, ...Object.values(grads)[0]!.dataSync()];
  },
  'gradient of einsum': async () => {
    const w = tf.variable(tf.randomUniform([10, 4], -1, 1, 'float32', 1));
    const { grads } = tf.variableGrads(() => tf.einsum('ij,kj->ik', w, w).sum() as tf.Scalar, [w]);
    return [...Object.values(grads)[0]!.dataSync()];
  },
  'saving and loading': async () => {
    const model = sequential(dense(8, 1, { inputShape: [10] }), classifier(3));
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    let kept: tf.io.ModelArtifacts | null = null;
    const handler = tf.io.withSaveHandler(async (artifacts) => {
      kept = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    });
    await model.save(handler);
    const again = await tf.loadLayersModel(tf.io.fromMemory(kept!));
    const { x } = data({ shape: [10], classes: 3 });
    return [...(model.predict(x) as tf.Tensor).sub(again.predict(x) as tf.Tensor).dataSync()];
  },
  'training on a tf.data set': async () => {
    const model = sequential(dense(8, 1, { inputShape: [10] }), classifier(3));
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    const { x, y } = data({ shape: [10], classes: 3 });
    const [xs, ys] = [tf.data.array(x.arraySync() as number[][]), tf.data.array(y.arraySync() as number[][])];
    const set = tf.data.zip({ xs, ys }).batch(16);
    return (await model.fitDataset(set, { epochs: 2, verbose: 0 })).history['loss'] as number[];
  },
};
