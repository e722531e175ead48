// xTrain [300, 64]: 8×8 piksel, 0..1 arasında · yTrain [300]: rakam, %30’u rastgele
model = tf.sequential();
model.add(tf.layers.dense({ units: 256, activation: 'relu', inputShape: [64] })); // TODO: kernelRegularizer: tf.regularizers.l2({ l2: ... }) ?
model.add(tf.layers.dense({ units: 256, activation: 'relu' })); // TODO: tf.layers.dropout({ rate: ... }) ?
model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.002), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
// TODO: validationSplit ile callbacks: [tf.callbacks.earlyStopping({ monitor: 'val_loss', patience: ... })] ?
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 100, batchSize: 32, verbose: 0 });
