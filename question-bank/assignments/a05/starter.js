// xTrain [600, 64, 1]: 64 steps of a signal · yTrain [600]: 0 sine, 1 square, 2 sawtooth, 3 triangle
model = tf.sequential();
model.add(tf.layers.conv1d({ filters: 1, kernelSize: 1, activation: 'relu', inputShape: [64, 1] })); // TODO: more filters, a wider window, more blocks
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 4, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 4), { epochs: 25, batchSize: 32, verbose: 0 });
