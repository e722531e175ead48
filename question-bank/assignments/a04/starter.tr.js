// xTrain [1000, 12, 12, 1]: pikseller, 0..1 arasında · yTrain [1000]: rakam, 0..9
model = tf.sequential();
// TODO: tf.layers.conv2d({ ..., inputShape: [12, 12, 1] }), tf.layers.maxPooling2d({ poolSize: 2 }), ...
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.003), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 15, batchSize: 32, verbose: 0 });
