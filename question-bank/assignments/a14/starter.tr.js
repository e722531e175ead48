// xTrain [60, 12, 12, 1]: pikseller, 0..1 arasında · yTrain [60]: 0 A, 1 E, 2 F, 3 H, 4 L, 5 B
const base = await loadBase(); // Conv2D(16), MaxPooling2D, Conv2D(32), MaxPooling2D, Flatten, Dense(48)
// TODO: tabanı dondurun: base.layers içindeki katmanların trainable özelliği
model = tf.sequential({ layers: [...base.layers, tf.layers.dense({ units: 6, activation: 'softmax' })] });
model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 6), { epochs: 60, batchSize: 16, verbose: 0 });
