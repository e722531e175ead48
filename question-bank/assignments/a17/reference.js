const oneHot = (labels, k) =>
  labels.map((label) => Array.from({ length: k }, (_, i) => (i === label ? 1 : 0)));

function tfIdf(docs) {
  const inDocs = (word) => docs.filter((doc) => doc.includes(word)).length;
  return docs.map((doc) => {
    const values = {};
    for (const word of new Set(doc)) {
      const tf = doc.filter((each) => each === word).length / doc.length;
      values[word] = tf * Math.log(docs.length / inDocs(word));
    }
    return values;
  });
}

function smote(xMin, nNew, k, rand) {
  const distance = (a, b) => Math.hypot(...a.map((value, axis) => value - b[axis]));
  return Array.from({ length: nNew }, () => {
    const i = Math.floor(rand() * xMin.length);
    const near = xMin
      .filter((_, j) => j !== i)
      .sort((a, b) => distance(xMin[i], a) - distance(xMin[i], b))
      .slice(0, k);
    const to = near[Math.floor(rand() * near.length)];
    const share = rand();
    return xMin[i].map((value, axis) => value + share * (to[axis] - value));
  });
}

function trainTestSplit(x, y, testRatio, rand) {
  const order = x.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(rand() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const count = Math.round(x.length * testRatio);
  const [test, train] = [order.slice(0, count), order.slice(count)];
  return [train.map((i) => x[i]), test.map((i) => x[i]), train.map((i) => y[i]), test.map((i) => y[i])];
}
