// Trains the base that `loadBase()` gives: a classifier of 16 other letters, left without its last layer.
const base = tf.sequential({ name: 'base' });
base.add(tf.layers.conv2d({ name: 'base_conv1', filters: 16, kernelSize: 3, padding: 'same', activation: 'relu', inputShape: [12, 12, 1] }));
base.add(tf.layers.maxPooling2d({ name: 'base_pool1', poolSize: 2 }));
base.add(tf.layers.conv2d({ name: 'base_conv2', filters: 32, kernelSize: 3, padding: 'same', activation: 'relu' }));
base.add(tf.layers.maxPooling2d({ name: 'base_pool2', poolSize: 2 }));
base.add(tf.layers.flatten({ name: 'base_flatten' }));
base.add(tf.layers.dense({ name: 'base_dense', units: 48, activation: 'relu' }));

const whole = tf.sequential({ layers: [...base.layers, tf.layers.dense({ units: 16, activation: 'softmax' })] });
whole.compile({ optimizer: tf.train.adam(0.002), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await whole.fit(xTrain, tf.oneHot(yTrain, 16), { epochs: 14, batchSize: 32, verbose: 0 });

// Features of standard deviation 1: with larger ones a new softmax starts saturated, and classes whose probability is clipped to 0
// never learn. ReLU lets a factor through, so the next layer takes it back and the base computes what it did, but for its scale.
const [conv2, dense] = [base.layers[2], base.layers[5]];
const deviation = (values) => values.sub(values.mean()).square().mean().sqrt();
const upTo = (layer) => tf.model({ inputs: base.inputs, outputs: layer.getOutputAt(0) }).predict(xTrain);
const divide = (layer, factor) => layer.setWeights(layer.getWeights().map((weight) => weight.div(factor)));

const ofConv = deviation(upTo(base.layers[4]));
divide(conv2, ofConv);
const [kernel, bias] = dense.getWeights();
dense.setWeights([kernel.mul(ofConv), bias]);
const ofDense = deviation(upTo(dense));
divide(dense, ofDense);
console.log(`deviations ${ofConv.dataSync()[0]} and ${ofDense.dataSync()[0]}`);
model = base;
