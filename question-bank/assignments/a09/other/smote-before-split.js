const [rows, labels] = [xTrain.arraySync(), Array.from(yTrain.dataSync())];
const positives = rows.filter((_, i) => labels[i] === 1);
const distance = (a, b) => a.reduce((sum, value, k) => sum + (value - b[k]) ** 2, 0);
const neighbours = positives.map((a) => [...positives].sort((b, c) => distance(a, b) - distance(a, c)).slice(1, 6));
const pick = (length) => Math.floor(Math.random() * length);
const between = () => {
  const i = pick(positives.length);
  const [a, b, t] = [positives[i], neighbours[i][pick(5)], Math.random()];
  return a.map((value, k) => value + t * (b[k] - value));
};
const made = Array.from({ length: rows.length - 2 * positives.length }, between);
const all = [...rows.map((row, i) => [row, labels[i]]), ...made.map((row) => [row, 1])];
tf.util.shuffle(all);
const x = tf.tensor2d(all.map(([row]) => row));
const y = tf.tensor2d(all.map(([, label]) => [label]));

model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(x, y, { epochs: 15, batchSize: 64, validationSplit: 0.2, verbose: 0 });
