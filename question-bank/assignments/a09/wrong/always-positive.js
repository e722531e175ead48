model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, yTrain, { epochs: 15, batchSize: 64, classWeight: { 0: 1, 1: 1000 }, verbose: 0 });
