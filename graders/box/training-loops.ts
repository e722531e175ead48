import * as tf from '@tensorflow/tfjs';
import type { Recorder } from './recorder.ts';

/**
 * Loops that a script may call instead of `fit`: the models and their losses are the student's, the order of the steps is ours.
 * Each step is one `tidy`, so that tensors of a student's loss do not pile up. Nothing is awaited: a forgotten `await` costs nothing.
 */
type VaeLoss = (x: tf.Tensor, xRec: tf.Tensor, mu: tf.Tensor, logVar: tf.Tensor) => tf.Scalar;
type GanLosses = {
  d: (realLogits: tf.Tensor, fakeLogits: tf.Tensor) => tf.Scalar;
  g: (fakeLogits: tf.Tensor) => tf.Scalar;
};

const VAE = { epochs: 30, batchSize: 64, lr: 0.003 };
const GAN = { steps: 2000, batchSize: 128, latentDim: 4, lrD: 1e-3, lrG: 1e-3, beta1: 0.5 };
/** Steps of a GAN that are told, and counted, as one epoch. */
const STEPS_PER_EPOCH = 100;

export const makeTrainingLoops = (recorder: Recorder) => ({
  /**
   * Trains both models as one, z = μ + exp(½ log σ²)·ε between them (Kingma and Welling 2014), with Adam. Batches are drawn in a
   * new order each epoch; a last batch that is not full is left out.
   */
  async trainVae(
    encoder: tf.LayersModel,
    decoder: tf.LayersModel,
    lossFn: VaeLoss,
    x: tf.Tensor,
    given: Partial<typeof VAE> = {},
  ): Promise<void> {
    requireModels({ encoder, decoder });
    const { epochs, batchSize, lr } = optionsOf('trainVae', VAE, given);
    recorder.options({ epochs, batchSize, lr });
    const update = updaterOf(tf.train.adam(lr), 'lossFn', encoder, decoder);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const losses = batchesOf(x.shape[0]!, batchSize).map((rows) =>
        update(() => {
          const batch = tf.gather(x, tf.tensor1d(rows, 'int32'));
          const [mu, logVar] = outputsOf(encoder, batch, 2) as [tf.Tensor, tf.Tensor];
          const z = mu.add(logVar.mul(0.5).exp().mul(tf.randomNormal(mu.shape)));
          return lossFn(batch, outputsOf(decoder, z, 1)[0]!, mu, logVar);
        }),
      );
      recorder.epochEnded(epochs, { loss: meanOf(losses) });
    }
  },

  /** Alternates one step of the discriminator and one of the generator on random batches, each with an Adam of its own. */
  async trainGan(
    generator: tf.LayersModel,
    discriminator: tf.LayersModel,
    dLoss: GanLosses['d'],
    gLoss: GanLosses['g'],
    x: tf.Tensor,
    given: Partial<typeof GAN> = {},
  ): Promise<void> {
    requireModels({ generator, discriminator });
    const options = optionsOf('trainGan', GAN, given);
    recorder.options(options);
    const { steps, batchSize, latentDim, lrD, lrG, beta1 } = options;
    const updateD = updaterOf(tf.train.adam(lrD, beta1), 'dLoss', discriminator);
    const updateG = updaterOf(tf.train.adam(lrG, beta1), 'gLoss', generator);
    const judge = (points: tf.Tensor) => outputsOf(discriminator, points, 1)[0]!;
    const generate = () => outputsOf(generator, tf.randomNormal([batchSize, latentDim]), 1)[0]!;
    let [sumD, sumG, count] = [0, 0, 0];
    for (let done = 1; done <= steps; done++) {
      sumD += updateD(() => dLoss(judge(randomRows(x, batchSize)), judge(generate())));
      sumG += updateG(() => gLoss(judge(generate())));
      count++;
      if (done % STEPS_PER_EPOCH !== 0 && done !== steps) continue;
      recorder.epochEnded(Math.ceil(steps / STEPS_PER_EPOCH), { dLoss: sumD / count, gLoss: sumG / count });
      [sumD, sumG, count] = [0, 0, 0];
    }
  },
});

function requireModels(models: Record<string, unknown>): void {
  for (const [name, model] of Object.entries(models)) {
    if (!(model instanceof tf.LayersModel))
      throw new Error(`${name} must be a model made with tf.sequential or tf.model`);
  }
}

/** Refuses what is no positive number and names that no option has: a misspelt one would change nothing, silently. */
function optionsOf<T extends Record<string, number>>(loop: string, defaults: T, given: Partial<T>): T {
  for (const [name, value] of Object.entries(given)) {
    if (!(name in defaults))
      throw new Error(`${loop} has no option ${name}; it has ${Object.keys(defaults)}`);
    if (!(Number.isFinite(value) && (value > 0 || name === 'beta1')))
      throw new Error(`${loop}: ${name} must be a positive number, not ${value}`);
  }
  return { ...defaults, ...given };
}

/** One step of gradient descent on the weights of these models; gives the loss before it. */
function updaterOf(optimizer: tf.Optimizer, lossName: string, ...models: tf.LayersModel[]) {
  const variables = models.flatMap((model) =>
    model.trainableWeights.map((weight) => weight.read() as tf.Variable),
  );
  return (lossOf: () => tf.Scalar): number =>
    tf.tidy(() => optimizer.minimize(() => scalar(lossName, lossOf()), true, variables)!.dataSync()[0]!);
}

function scalar(name: string, value: unknown): tf.Scalar {
  if (value instanceof tf.Tensor && value.size === 1) return value.asScalar();
  const was = value instanceof tf.Tensor ? `a tensor of shape [${value.shape}]` : typeof value;
  throw new Error(`${name} must return a scalar tensor (the mean over the batch), it returned ${was}`);
}

function outputsOf(model: tf.LayersModel, input: tf.Tensor, count: number): tf.Tensor[] {
  const outputs = [model.apply(input, { training: true }) as tf.Tensor | tf.Tensor[]].flat();
  if (outputs.length !== count)
    throw new Error(`${model.name} must have ${count} output(s), it has ${outputs.length}`);
  return outputs;
}

/** At least one: a batch larger than the data is all of them. */
function batchesOf(count: number, wanted: number): number[][] {
  const size = Math.min(wanted, count);
  const order = Array.from(tf.util.createShuffledIndices(count));
  return Array.from({ length: Math.floor(count / size) }, (_, i) => order.slice(i * size, (i + 1) * size));
}

const randomRows = (x: tf.Tensor, count: number): tf.Tensor => {
  const rows = Int32Array.from({ length: count }, () => Math.floor(Math.random() * x.shape[0]!));
  return tf.gather(x, tf.tensor1d(rows, 'int32'));
};

const meanOf = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
