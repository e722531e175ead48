// xTrain [1397, 64]: 8×8 piksel, 0..1 arasında
const encoder = null; // TODO: tf.model: [64] -> [mu [8], logVar [8]]
const decoder = null; // TODO: [8] -> [64]
const lossFn = (x, xRec, mu, logVar) => {
  const rec = x.sub(xRec).square().sum(1).mean();
  const kl = tf.scalar(0); // TODO: KL(N(mu, exp(logVar)) || N(0, 1)): kod boyutları üzerinden toplam, yığın üzerinden ortalama
  return rec.add(kl.mul(0.1));
};
await trainVae(encoder, decoder, lossFn, xTrain, { epochs: 30, batchSize: 64, lr: 0.003 });
