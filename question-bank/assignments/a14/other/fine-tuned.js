const base = await loadBase();
const head = tf.layers.dense({ units: 6, activation: 'softmax' });
model = tf.sequential({ layers: [...base.layers, head] });
const train = async (rate, epochs) => {
  model.compile({ optimizer: tf.train.adam(rate), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(xTrain, tf.oneHot(yTrain, 6), { epochs, batchSize: 16, verbose: 0 });
};

for (const layer of base.layers) layer.trainable = false;
await train(0.01, 60);
// The head is trained: now the base may move, slowly.
for (const layer of base.layers) layer.trainable = true;
await train(0.0003, 20);
