const penalty = () => tf.regularizers.l2({ l2: 0.01 });

model = tf.sequential();
model.add(tf.layers.dense({ units: 128, activation: 'relu', kernelRegularizer: penalty(), inputShape: [64] }));
model.add(tf.layers.dropout({ rate: 0.5 }));
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.002), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 60, batchSize: 32, verbose: 0 });
