// xTrain [936, 24, 1]: the last 24 hours, scaled · yTrain [936, 1]: the next hour, scaled the same way
model = tf.sequential();
// TODO: tf.layers.lstm or tf.layers.gru ({ units: ..., recurrentActivation: 'sigmoid', inputShape: [24, 1] })
// TODO: the output layer of a regression
// TODO: model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' })
// TODO: await model.fit(xTrain, yTrain, { epochs: 15, batchSize: 32, verbose: 0 })
