const penalty = () => tf.regularizers.l2({ l2: 0.01 });

model = tf.sequential();
model.add(tf.layers.dense({ units: 256, activation: 'relu', kernelRegularizer: penalty(), inputShape: [64] }));
model.add(tf.layers.dense({ units: 256, activation: 'relu', kernelRegularizer: penalty() }));
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.002), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 100, batchSize: 32, verbose: 0 });
