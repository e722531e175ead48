// xTrain [300, 4]: m², rooms, age, distance · yTrain [300, 1]: price in thousands
// normalization(mean, std) is a layer that computes (x - mean) / std
const mean = xTrain.mean(0);
const std = xTrain.sub(mean).square().mean(0).sqrt();

model = tf.sequential();
model.add(normalization(mean, std, { inputShape: [4] }));
// TODO: one dense layer
// TODO: model.compile({ optimizer: ..., loss: 'meanSquaredError' })
// TODO: await model.fit(xTrain, yTrain, { epochs: ..., batchSize: 32, verbose: 0 })
