const input = tf.input({ shape: [64] });
const h = tf.layers.dense({ units: 64, activation: 'relu' }).apply(input);
const outputs = [tf.layers.dense({ units: 8 }).apply(h), tf.layers.dense({ units: 8 }).apply(h)];
const encoder = tf.model({ inputs: input, outputs }); // mu and log variance

const decoder = tf.sequential();
decoder.add(tf.layers.dense({ units: 64, activation: 'relu', inputShape: [8] }));
decoder.add(tf.layers.dense({ units: 64, activation: 'sigmoid' }));

const beta = 0.5;
const lossFn = (x, xRec, mu, logVar) => {
  const p = xRec.clipByValue(1e-6, 1 - 1e-6);
  const rec = x.mul(p.log()).add(tf.sub(1, x).mul(tf.sub(1, p).log())).sum(1).mean().neg();
  const kl = mu.square().add(logVar.exp()).sub(1).sub(logVar).sum(1).mul(0.5).mean();
  return rec.add(kl.mul(beta));
};
await trainVae(encoder, decoder, lossFn, xTrain, { epochs: 30, batchSize: 64, lr: 0.003 });
