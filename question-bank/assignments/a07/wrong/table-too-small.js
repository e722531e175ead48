model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: 100, outputDim: 16, inputLength: 12 }));
model.add(tf.layers.gru({ units: 16, recurrentActivation: 'sigmoid' }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, yTrain, { epochs: 12, batchSize: 32, verbose: 0 });
