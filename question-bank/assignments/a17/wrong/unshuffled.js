// The split takes the last rows, and every axis of a new point gets a random number of its own.
const oneHot = (labels, k) =>
  labels.flatMap((label) => Array.from({ length: k }, (_, i) => (i === label ? 1 : 0)));
const tfIdf = (docs) => {
  const inDocs = (word) => docs.filter((doc) => doc.includes(word)).length;
  return docs.map((doc) =>
    Object.fromEntries(
      [...new Set(doc)].map((word) => [
        word,
        doc.filter((w) => w === word).length * Math.log(docs.length / inDocs(word)),
      ]),
    ),
  );
};
const smote = (xMin, nNew, k, rand) =>
  Array.from({ length: nNew }, () => {
    const [a, b] = [xMin[Math.floor(rand() * xMin.length)], xMin[Math.floor(rand() * xMin.length)]];
    return a.map((value, axis) => value + rand() * (b[axis] - value));
  });
function trainTestSplit(x, y, testRatio) {
  const at = x.length - Math.round(x.length * testRatio);
  return [x.slice(0, at), x.slice(at), y.slice(0, at), y.slice(at)];
}
