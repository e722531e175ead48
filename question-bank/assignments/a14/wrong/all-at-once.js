const base = await loadBase();
model = tf.sequential({ layers: [...base.layers, tf.layers.dense({ units: 6, activation: 'softmax' })] });
model.compile({ optimizer: tf.train.adam(0.0005), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 6), { epochs: 40, batchSize: 16, verbose: 0 });
