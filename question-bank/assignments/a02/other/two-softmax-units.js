const input = tf.input({ shape: [2] });
const hidden = tf.layers.dense({ units: 16, activation: 'tanh' }).apply(input);
const deeper = tf.layers.dense({ units: 16, activation: 'relu' }).apply(hidden);
const output = tf.layers.dense({ units: 2, activation: 'softmax' }).apply(deeper);
model = tf.model({ inputs: input, outputs: output });
model.compile({ optimizer: tf.train.adam(0.01), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, yTrain, { epochs: 60, batchSize: 32, verbose: 0 });
