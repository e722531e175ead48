model = tf.sequential();
model.add(tf.layers.conv1d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [64, 1] }));
model.add(tf.layers.globalMaxPooling1d());
model.add(tf.layers.dense({ units: 4, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 4), { epochs: 10, batchSize: 32, verbose: 0 });
