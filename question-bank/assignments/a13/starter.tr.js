// xTrain [4000, 2]: noktalar · üretici (generator) [4] -> [2], ayırt edici (discriminator) [2] -> [1] logit (sigmoid yok)
const generator = null; // TODO: tf.sequential
const discriminator = null; // TODO: tf.sequential
// TODO: tf.losses.sigmoidCrossEntropy(etiketler, logitler), logitlerin ortalama ikili çapraz entropisidir
const dLoss = (realLogits, fakeLogits) => tf.scalar(0); // gerçek -> 1, üretilen -> 0
const gLoss = (fakeLogits) => tf.scalar(0); // ayırt ediciyi yanıltır
await trainGan(generator, discriminator, dLoss, gLoss, xTrain, {
  steps: 2000,
  batchSize: 128,
  latentDim: 4,
  lrD: 1e-3,
  lrG: 1e-3,
  beta1: 0.5,
});
