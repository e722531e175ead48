// xTrain [300, 4]: m², oda, yaş, uzaklık · yTrain [300, 1]: bin olarak fiyat
// normalization(mean, std), (x - mean) / std hesaplayan bir katmandır
const mean = xTrain.mean(0);
const std = xTrain.sub(mean).square().mean(0).sqrt();

model = tf.sequential();
model.add(normalization(mean, std, { inputShape: [4] }));
// TODO: tek bir dense katmanı
// TODO: model.compile({ optimizer: ..., loss: 'meanSquaredError' })
// TODO: await model.fit(xTrain, yTrain, { epochs: ..., batchSize: 32, verbose: 0 })
