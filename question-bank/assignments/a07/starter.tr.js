// xTrain [800, 12]: sözcük kimlikleri (0 dolgu, 1 bilinmeyen), hepsi vocabSize değerinden küçük · yTrain [800, 1]: olumlu yorumda 1, olumsuzda 0
model = tf.sequential();
model.add(tf.layers.embedding({ inputDim: vocabSize, outputDim: 16, inputLength: 12 }));
// TODO: sözcüklerin sırasını kullanan bir katman
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, yTrain, { epochs: 12, batchSize: 32, verbose: 0 });
