const base = await loadBase();
base.layers.forEach((layer) => (layer.trainable = false));
model = tf.sequential({ layers: [...base.layers, tf.layers.dense({ units: 6, activation: 'softmax' })] });
model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 6), { epochs: 60, batchSize: 16, verbose: 0 });
