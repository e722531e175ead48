// xTrain [1297, 64]: 8×8 pixels in 0..1 · yTrain [1297]: the digit, 0..9
model = tf.sequential();
// TODO: hidden layer(s), the first with inputShape: [64]; an output for 10 classes
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 5, batchSize: 32, verbose: 0 }); // TODO: epochs
