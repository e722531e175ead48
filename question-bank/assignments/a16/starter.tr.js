function fitGd(x, y, w, b, lr, epochs, batchSize) {
  let updates = 0;
  // TODO: epoklar ve art arda gelen yığınlar üzerinde döngü; kayıp = ortalama((w * x + b - y) ** 2)
  return [w, b, updates];
}
