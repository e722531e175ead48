function fitGd(x, y, w, b, lr, epochs, batchSize) {
  let updates = 0;
  // TODO: loop over epochs and consecutive batches; loss = mean((w * x + b - y) ** 2)
  return [w, b, updates];
}
