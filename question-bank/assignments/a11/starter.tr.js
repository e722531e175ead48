// xTrain [1397, 64]: 8×8 piksel, 0..1 arasında
model = tf.sequential();
model.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [64] }));
// TODO: tf.layers.dense({ units: 8, name: 'latent' }), sonra kod çözücü
model.add(tf.layers.dense({ units: 64 })); // TODO: [0, 1] aralığındaki piksellere uyan bir aktivasyon
model.compile({ optimizer: tf.train.adam(0.003), loss: 'meanSquaredError' });
await model.fit(xTrain, xTrain, { epochs: 40, batchSize: 32, verbose: 0 });
