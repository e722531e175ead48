model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });

const positives = yTrain.sum().dataSync()[0];
const rows = yTrain.shape[0];
const classWeight = { 0: 1, 1: (rows - positives) / positives };
await model.fit(xTrain, yTrain, { epochs: 15, batchSize: 64, classWeight, verbose: 0 });
