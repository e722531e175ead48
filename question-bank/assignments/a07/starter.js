// xTrain [800, 12]: word ids (0 padding, 1 unknown), all below vocabSize · yTrain [800, 1]: 1 for a good review, 0 for a bad one
model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: vocabSize, outputDim: 16, inputLength: 12 }));
// TODO: a layer that uses the order of the words
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, yTrain, { epochs: 12, batchSize: 32, verbose: 0 });
