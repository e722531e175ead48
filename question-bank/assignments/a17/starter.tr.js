function oneHot(labels, k) {
  // TODO: n etiket -> k sütunlu n satır
}
function tfIdf(docs) {
  // TODO: tf = sayı / uzunluk, idf = ln(N / df) -> her belge için bir nesne
}
function smote(xMin, nNew, k, rand) {
  // TODO: nNew nokta; her biri bir nokta ile onun en yakın k komşusundan biri arasında
}
function trainTestSplit(x, y, testRatio, rand) {
  // TODO: önce karıştır, sonra böl -> [xTrain, xTest, yTrain, yTest]
}
