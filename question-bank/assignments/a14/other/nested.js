const base = await loadBase();
base.trainable = false;
const input = tf.input({ shape: [12, 12, 1] });
const output = tf.layers.dense({ units: 6, activation: 'softmax' }).apply(base.apply(input));
model = tf.model({ inputs: input, outputs: output });
model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 6), { epochs: 60, batchSize: 16, verbose: 0 });
