function fitGd(x, y, w, b, lr, epochs, batchSize) {
  let updates = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < x.length; from += batchSize) {
      const to = Math.min(from + batchSize, x.length);
      let [gradW, gradB] = [0, 0];
      for (let i = from; i < to; i++) {
        const error = w * x[i] + b - y[i];
        gradW += 2 * error * x[i];
        gradB += 2 * error;
      }
      w -= lr * gradW;
      b -= lr * gradB;
      updates++;
    }
  }
  return [w, b, updates];
}
