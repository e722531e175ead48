// xTrain [936, 24, 1]: son 24 saat, ölçeklenmiş · yTrain [936, 1]: sonraki saat, aynı biçimde ölçeklenmiş
model = tf.sequential();
// TODO: tf.layers.lstm ya da tf.layers.gru ({ units: ..., recurrentActivation: 'sigmoid', inputShape: [24, 1] })
// TODO: regresyonun çıkış katmanı
// TODO: model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' })
// TODO: await model.fit(xTrain, yTrain, { epochs: 15, batchSize: 32, verbose: 0 })
