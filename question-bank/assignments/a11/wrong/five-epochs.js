model = tf.sequential();
model.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [64] }));
model.add(tf.layers.dense({ units: 8, name: 'latent' }));
model.add(tf.layers.dense({ units: 64, activation: 'relu' }));
model.add(tf.layers.dense({ units: 64, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.003), loss: 'meanSquaredError' });
await model.fit(xTrain, xTrain, { epochs: 5, batchSize: 32, verbose: 0 });
