const mean = xTrain.mean(0);
const std = xTrain.sub(mean).square().mean(0).sqrt();

model = tf.sequential();
model.add(normalization(mean, std, { inputShape: [4] }));
model.add(tf.layers.dense({ units: 1 }));
model.compile({ optimizer: tf.train.sgd(0.05), loss: 'meanSquaredError' });
await model.fit(xTrain, yTrain, { epochs: 60, batchSize: 32, verbose: 0 });
