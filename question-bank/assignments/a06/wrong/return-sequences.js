model = tf.sequential();
model.add(tf.layers.gru({ units: 16, recurrentActivation: 'sigmoid', returnSequences: true, inputShape: [24, 1] }));
model.add(tf.layers.dense({ units: 1 }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
await model.fit(xTrain, yTrain, { epochs: 15, batchSize: 32, verbose: 0 });
