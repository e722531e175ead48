// What a collapsed generator looks like: every sample lies at one of the eight centres.
const generator = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
generator.setWeights([
  tf.tensor2d([
    [0.1, 0],
    [0, 0.1],
    [0, 0],
    [0, 0],
  ]),
  tf.tensor1d([2, 0]),
]);
const discriminator = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });

const bce = (label, logits) => tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, label), logits);
const dLoss = (realLogits, fakeLogits) => bce(1, realLogits).add(bce(0, fakeLogits));
const gLoss = (fakeLogits) => bce(1, fakeLogits);
