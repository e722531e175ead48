// Arrays of numbers in, arrays or a number out. `tf` is not given here.
function sigmoid(x) {
  // TODO: array -> array
}
function tanh(x) {}
function relu(x) {}
function leakyRelu(x, alpha = 0.3) {}
function elu(x, alpha = 1) {}
function softmax(x) {}
function mse(y, p) {}
function mae(y, p) {}
function bce(y, p) {
  // TODO: mean, natural logarithm, p clipped to [1e-7, 1 - 1e-7]
}
function cce(yOneHot, p) {
  // TODO: rows in, mean over the rows out
}
