// xTrain [400, 2]: iki koordinat · yTrain [400, 1]: sınıf, 0 ya da 1
model = tf.sequential();
// TODO: aktivasyonu doğrusal olmayan gizli katmanlar; ilkinde inputShape: [2]
// TODO: çıkış katmanı
// TODO: model.compile({ optimizer: tf.train.adam(0.01), loss: ..., metrics: ['accuracy'] })
// TODO: await model.fit(xTrain, yTrain, { epochs: ..., batchSize: 32, verbose: 0 })
