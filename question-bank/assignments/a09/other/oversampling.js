const [rows, labels] = [xTrain.arraySync(), Array.from(yTrain.dataSync())];
const positives = rows.filter((_, i) => labels[i] === 1);
const missing = rows.length - 2 * positives.length;
const copies = Array.from({ length: missing }, () => positives[Math.floor(Math.random() * positives.length)]);
const x = tf.tensor2d([...rows, ...copies]);
const y = tf.tensor2d([...labels, ...copies.map(() => 1)], [rows.length + missing, 1]);

model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(x, y, { epochs: 15, batchSize: 64, verbose: 0 });
