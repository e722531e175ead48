// xTrain [300, 64]: 8×8 pixels in 0..1 · yTrain [300]: the digit, 30 % of them drawn at random
model = tf.sequential();
model.add(tf.layers.dense({ units: 256, activation: 'relu', inputShape: [64] })); // TODO: kernelRegularizer: tf.regularizers.l2({ l2: ... }) ?
model.add(tf.layers.dense({ units: 256, activation: 'relu' })); // TODO: tf.layers.dropout({ rate: ... }) ?
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.002), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
// TODO: validationSplit and callbacks: [tf.callbacks.earlyStopping({ monitor: 'val_loss', patience: ... })] ?
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 100, batchSize: 32, verbose: 0 });
