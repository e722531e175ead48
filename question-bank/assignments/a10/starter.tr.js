// xTrain [700, 16, 16, 1]: pikseller, 0..1 arasında · yClass [700]: 0 kare, 1 daire, 2 üçgen · yPos [700, 2]: merkez (x, y), 0..1 arasında
const input = tf.input({ shape: [16, 16, 1] });
let h = tf.layers.conv2d({ filters: 12, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(input);
h = tf.layers.maxPooling2d({ poolSize: 2 }).apply(h);
// TODO: daha çok ortak katman
const cls = null; // TODO: 3 sınıf için bir çıkış
const pos = null; // TODO: 0 ile 1 arasında 2 koordinat için bir çıkış
model = tf.model({ inputs: input, outputs: [cls, pos] });
model.compile({ optimizer: tf.train.adam(0.003), loss: ['categoricalCrossentropy', 'meanSquaredError'] });
await model.fit(xTrain, [tf.oneHot(yClass, 3), yPos], { epochs: 15, batchSize: 32, verbose: 0 });
