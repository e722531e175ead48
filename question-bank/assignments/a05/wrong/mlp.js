model = tf.sequential();
model.add(tf.layers.flatten({ inputShape: [64, 1] }));
model.add(tf.layers.dense({ units: 64, activation: 'relu' }));
model.add(tf.layers.dense({ units: 4, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 4), { epochs: 40, batchSize: 32, verbose: 0 });
