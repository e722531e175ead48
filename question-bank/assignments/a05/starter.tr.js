// xTrain [600, 64, 1]: bir sinyalin 64 adımı · yTrain [600]: 0 sinüs, 1 kare, 2 testere dişi, 3 üçgen
model = tf.sequential();
model.add(tf.layers.conv1d({ filters: 1, kernelSize: 1, activation: 'relu', inputShape: [64, 1] })); // TODO: daha çok filtre, daha geniş pencere, daha çok blok
model.add(tf.layers.flatten());
model.add(tf.layers.dense({ units: 4, activation: 'softmax' }));
model.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 4), { epochs: 25, batchSize: 32, verbose: 0 });
