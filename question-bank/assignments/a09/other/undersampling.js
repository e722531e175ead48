const [rows, labels] = [xTrain.arraySync(), Array.from(yTrain.dataSync())];
const positives = rows.filter((_, i) => labels[i] === 1);
const others = rows.filter((_, i) => labels[i] === 0);
tf.util.shuffle(others);
const kept = others.slice(0, positives.length);
const x = tf.tensor2d([...positives, ...kept]);
const y = tf.tensor2d([...positives.map(() => 1), ...kept.map(() => 0)], [2 * positives.length, 1]);

model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(x, y, { epochs: 15, batchSize: 64, verbose: 0 });
