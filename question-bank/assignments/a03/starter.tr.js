// xTrain [1297, 64]: 8×8 piksel, 0..1 arasında · yTrain [1297]: rakam, 0..9
model = tf.sequential();
// TODO: gizli katman(lar), ilkinde inputShape: [64]; 10 sınıf için bir çıkış
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(xTrain, tf.oneHot(yTrain, 10), { epochs: 5, batchSize: 32, verbose: 0 }); // TODO: epok sayısı (epochs)
