const encoder = tf.sequential({
  layers: [
    tf.layers.dense({ units: 64, activation: 'relu', inputShape: [64] }),
    tf.layers.dense({ units: 8 }),
  ],
});
const decoder = tf.sequential({
  layers: [
    tf.layers.dense({ units: 64, activation: 'relu', inputShape: [8] }),
    tf.layers.dense({ units: 64, activation: 'sigmoid' }),
  ],
});
const input = tf.input({ shape: [64] });
model = tf.model({ inputs: input, outputs: decoder.apply(encoder.apply(input)) });
model.compile({ optimizer: tf.train.adam(0.003), loss: 'meanSquaredError' });
await model.fit(xTrain, xTrain, { epochs: 40, batchSize: 32, verbose: 0 });
