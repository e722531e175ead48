const base = await loadBase();
const features = base.layers.slice(0, 5); // up to Flatten
for (const layer of features) layer.trainable = false;

model = tf.sequential({ layers: [...features, tf.layers.dense({ units: 6, activation: 'softmax' })] });
model.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 6), { epochs: 60, batchSize: 16, verbose: 0 });
