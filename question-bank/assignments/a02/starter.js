// xTrain [400, 2]: two coordinates · yTrain [400, 1]: the class, 0 or 1
model = tf.sequential();
// TODO: hidden layers with a non-linear activation, the first with inputShape: [2]
// TODO: the output layer
// TODO: model.compile({ optimizer: tf.train.adam(0.01), loss: ..., metrics: ['accuracy'] })
// TODO: await model.fit(xTrain, yTrain, { epochs: ..., batchSize: 32, verbose: 0 })
