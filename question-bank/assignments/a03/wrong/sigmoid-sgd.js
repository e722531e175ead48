model = tf.sequential();
model.add(tf.layers.dense({ units: 64, activation: 'sigmoid', inputShape: [64] }));
model.add(tf.layers.dense({ units: 32, activation: 'sigmoid' }));
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
model.compile({ optimizer: tf.train.sgd(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 30, batchSize: 32, verbose: 0 });
