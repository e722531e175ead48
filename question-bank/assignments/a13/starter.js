// xTrain [4000, 2]: points · generator [4] -> [2], discriminator [2] -> [1] logits (no sigmoid)
const generator = null; // TODO: tf.sequential
const discriminator = null; // TODO: tf.sequential
// TODO: tf.losses.sigmoidCrossEntropy(labels, logits) is the mean binary cross-entropy of logits
const dLoss = (realLogits, fakeLogits) => tf.scalar(0); // real -> 1, fake -> 0
const gLoss = (fakeLogits) => tf.scalar(0); // fool the discriminator
await trainGan(generator, discriminator, dLoss, gLoss, xTrain, {
  steps: 2000,
  batchSize: 128,
  latentDim: 4,
  lrD: 1e-3,
  lrG: 1e-3,
  beta1: 0.5,
});
