const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const clip = (p) => Math.min(1 - 1e-7, Math.max(1e-7, p));

const sigmoid = (x) => x.map((v) => 1 / (1 + Math.exp(-v)));
const tanh = (x) => x.map((v) => Math.tanh(v));
const relu = (x) => x.map((v) => Math.max(0, v));
const leakyRelu = (x, alpha = 0.3) => x.map((v) => (v > 0 ? v : alpha * v));
const elu = (x, alpha = 1) => x.map((v) => (v > 0 ? v : alpha * (Math.exp(v) - 1)));
function softmax(x) {
  const most = Math.max(...x);
  const powers = x.map((v) => Math.exp(v - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
const mse = (y, p) => mean(y.map((v, i) => (v - p[i]) ** 2));
const mae = (y, p) => mean(y.map((v, i) => Math.abs(v - p[i])));
const bce = (y, p) => mean(y.map((v, i) => -(v * Math.log(clip(p[i])) + (1 - v) * Math.log(1 - clip(p[i])))));
const cce = (y, p) =>
  mean(y.map((row, i) => -row.reduce((sum, v, k) => sum + v * Math.log(clip(p[i][k])), 0)));
