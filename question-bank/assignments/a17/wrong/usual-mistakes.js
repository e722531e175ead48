// Logarithm to base 10, copies instead of new points, x and y shuffled apart.
const oneHot = (labels, k) =>
  labels.map((label) => Array.from({ length: k }, (_, i) => (i === label ? 1 : 0)));
function tfIdf(docs) {
  const inDocs = (word) => docs.filter((doc) => doc.includes(word)).length;
  return docs.map((doc) =>
    Object.fromEntries(
      [...new Set(doc)].map((word) => [
        word,
        (doc.filter((w) => w === word).length / doc.length) * Math.log10(docs.length / inDocs(word)),
      ]),
    ),
  );
}
const smote = (xMin, nNew, k, rand) =>
  Array.from({ length: nNew }, () => [...xMin[Math.floor(rand() * xMin.length)]]);
function trainTestSplit(x, y, testRatio, rand) {
  const mixed = (values) =>
    values
      .map((value) => [rand(), value])
      .sort((a, b) => a[0] - b[0])
      .map((pair) => pair[1]);
  const count = Math.round(x.length * testRatio);
  const [a, b] = [mixed(x), mixed(y)];
  return [a.slice(count), a.slice(0, count), b.slice(count), b.slice(0, count)];
}
