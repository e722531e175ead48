function fitGd(x, y, w, b, lr, epochs, batchSize) {
  let updates = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < x.length; from += batchSize) {
      const to = Math.min(from + batchSize, x.length);
      let [gradW, gradB] = [0, 0];
      for (let i = from; i < to; i++) gradW += (2 * (w * x[i] + b - y[i]) * x[i]) / (to - from);
      w -= lr * gradW;
      for (let i = from; i < to; i++) gradB += (2 * (w * x[i] + b - y[i])) / (to - from);
      b -= lr * gradB;
      updates++;
    }
  }
  return [w, b, updates];
}
