const input = tf.input({ shape: [64] });
const h = tf.layers.dense({ units: 64, activation: 'relu' }).apply(input);
const outputs = [tf.layers.dense({ units: 8 }).apply(h), tf.layers.dense({ units: 8 }).apply(h)];
const encoder = tf.model({ inputs: input, outputs }); // mu and log variance

const decoder = tf.sequential();
decoder.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [8] }));
decoder.add(tf.layers.dense({ units: 64, activation: 'sigmoid' }));

const beta = 0.1;
const lossFn = (x, xRec, mu, logVar) => {
  const rec = x.sub(xRec).square().sum(1).mean();
  const kl = mu.square().add(logVar.mul(2).exp()).sub(1).sub(logVar.mul(2)).sum(1).mul(0.5).mean();
  return rec.add(kl.mul(beta));
};
await trainVae(encoder, decoder, lossFn, xTrain, { epochs: 30, batchSize: 64, lr: 0.003 });
