// No training: a linear generator with the mean and deviation of the data.
const generator = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
generator.setWeights([
  tf.tensor2d([
    [1.4, 0],
    [0, 1.4],
    [0, 0],
    [0, 0],
  ]),
  tf.zeros([2]),
]);
const discriminator = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });

const bce = (label, logits) => tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, label), logits);
const dLoss = (realLogits, fakeLogits) => bce(1, realLogits).add(bce(0, fakeLogits));
const gLoss = (fakeLogits) => bce(1, fakeLogits);
