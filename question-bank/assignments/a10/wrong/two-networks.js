const input = tf.input({ shape: [16, 16, 1] });
const body = () => {
  let h = tf.layers.conv2d({ filters: 12, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(input);
  h = tf.layers.maxPooling2d({ poolSize: 2 }).apply(h);
  h = tf.layers.flatten().apply(h);
  return tf.layers.dense({ units: 32, activation: 'relu' }).apply(h);
};
const cls = tf.layers.dense({ units: 3, activation: 'softmax' }).apply(body());
const pos = tf.layers.dense({ units: 2, activation: 'sigmoid' }).apply(body());
model = tf.model({ inputs: input, outputs: [cls, pos] });
model.compile({ optimizer: tf.train.adam(0.003), loss: ['categoricalCrossentropy', 'meanSquaredError'] });
await model.fit(xTrain, [tf.oneHot(yClass, 3), yPos], { epochs: 15, batchSize: 32, verbose: 0 });
