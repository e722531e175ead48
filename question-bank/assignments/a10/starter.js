// xTrain [700, 16, 16, 1]: pixels in 0..1 · yClass [700]: 0 square, 1 disc, 2 triangle · yPos [700, 2]: centre (x, y) in 0..1
const input = tf.input({ shape: [16, 16, 1] });
let h = tf.layers.conv2d({ filters: 12, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(input);
h = tf.layers.maxPooling2d({ poolSize: 2 }).apply(h);
// TODO: more shared layers
const cls = null; // TODO: a head for 3 classes
const pos = null; // TODO: a head for 2 coordinates between 0 and 1
model = tf.model({ inputs: input, outputs: [cls, pos] });
model.compile({ optimizer: tf.train.adam(0.003), loss: ['categoricalCrossentropy', 'meanSquaredError'] });
await model.fit(xTrain, [tf.oneHot(yClass, 3), yPos], { epochs: 15, batchSize: 32, verbose: 0 });
