model = tf.sequential();
model.add(tf.layers.lstm({ units: 16, recurrentActivation: 'sigmoid', inputShape: [24, 1] }));
model.add(tf.layers.dense({ units: 1 }));
model.compile({ optimizer: tf.train.adam(0.001), loss: 'meanSquaredError' });
await model.fit(xTrain, yTrain, { epochs: 2, batchSize: 32, verbose: 0 });
