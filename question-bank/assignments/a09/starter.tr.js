// xTrain [2000, 6]: altı öznitelik · yTrain [2000, 1]: az sayıdaki pozitifte 1, ötekilerde 0
model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [6] }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
// TODO: classWeight: { 0: ..., 1: ... }, ya da xTrain ile yTrain yeniden örneklenir
await model.fit(xTrain, yTrain, { epochs: 15, batchSize: 64, verbose: 0 });
