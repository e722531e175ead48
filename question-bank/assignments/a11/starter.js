// xTrain [1397, 64]: 8×8 pixels in 0..1
model = tf.sequential();
model.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [64] }));
// TODO: tf.layers.dense({ units: 8, name: 'latent' }), then the decoder
model.add(tf.layers.dense({ units: 64 })); // TODO: an activation that fits pixels in [0, 1]
model.compile({ optimizer: tf.train.adam(0.003), loss: 'meanSquaredError' });
await model.fit(xTrain, xTrain, { epochs: 40, batchSize: 32, verbose: 0 });
