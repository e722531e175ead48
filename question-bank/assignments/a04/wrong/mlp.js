model = tf.sequential();
model.add(tf.layers.flatten({ inputShape: [12, 12, 1] }));
model.add(tf.layers.dense({ units: 100, activation: 'relu' }));
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.003), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 30, batchSize: 32, verbose: 0 });
