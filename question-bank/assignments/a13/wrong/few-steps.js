const generator = tf.sequential();
generator.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [4] }));
generator.add(tf.layers.dense({ units: 64, activation: 'relu' }));
generator.add(tf.layers.dense({ units: 2 }));
const discriminator = tf.sequential();
discriminator.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [2] }));
discriminator.add(tf.layers.dense({ units: 64, activation: 'relu' }));
discriminator.add(tf.layers.dense({ units: 1 }));

const bce = (label, logits) => tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, label), logits);
const dLoss = (realLogits, fakeLogits) => bce(1, realLogits).add(bce(0, fakeLogits));
const gLoss = (fakeLogits) => bce(1, fakeLogits);

await trainGan(generator, discriminator, dLoss, gLoss, xTrain, {
  steps: 300,
  batchSize: 128,
  latentDim: 4,
  lrD: 1e-3,
  lrG: 1e-3,
  beta1: 0.5,
});
