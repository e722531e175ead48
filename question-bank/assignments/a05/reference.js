model = tf.sequential();
model.add(tf.layers.conv1d({ filters: 16, kernelSize: 7, activation: 'relu', inputShape: [64, 1] }));
model.add(tf.layers.maxPooling1d({ poolSize: 2 }));
model.add(tf.layers.conv1d({ filters: 32, kernelSize: 5, activation: 'relu' }));
model.add(tf.layers.globalMaxPooling1d());
model.add(tf.layers.dense({ units: 4, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 4), { epochs: 25, batchSize: 32, verbose: 0 });
