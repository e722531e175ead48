// Girdi sayı dizileri, çıktı dizi ya da sayı. Burada `tf` yoktur.
function sigmoid(x) {
  // TODO: dizi -> dizi
}
function tanh(x) {}
function relu(x) {}
function leakyRelu(x, alpha = 0.3) {}
function elu(x, alpha = 1) {}
function softmax(x) {}
function mse(y, p) {}
function mae(y, p) {}
function bce(y, p) {
  // TODO: ortalama, doğal logaritma; p, [1e-7, 1 - 1e-7] aralığına kırpılır
}
function cce(yOneHot, p) {
  // TODO: girdi satırlar, çıktı satırların ortalaması
}
