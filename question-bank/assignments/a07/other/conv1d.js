model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: vocabSize, outputDim: 16, inputLength: 12 }));
model.add(tf.layers.conv1d({ filters: 16, kernelSize: 3, activation: 'relu' }));
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, yTrain, { epochs: 12, batchSize: 32, verbose: 0 });
