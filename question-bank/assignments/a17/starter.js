function oneHot(labels, k) {
  // TODO: n labels -> n rows of k columns
}
function tfIdf(docs) {
  // TODO: tf = count / length, idf = ln(N / df) -> an object for each document
}
function smote(xMin, nNew, k, rand) {
  // TODO: nNew points, each between a point and one of its k nearest ones
}
function trainTestSplit(x, y, testRatio, rand) {
  // TODO: shuffle, then split -> [xTrain, xTest, yTrain, yTest]
}
