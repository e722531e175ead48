// Every usual mistake at once: overflow, logarithm to base 10, sums instead of means, slopes on the wrong side, no clip.
const sum = (values) => values.reduce((a, b) => a + b, 0);
const sigmoid = (x) => x.map((v) => Math.exp(v) / (1 + Math.exp(v)));
const tanh = (x) => x.map((v) => (Math.exp(v) - Math.exp(-v)) / (Math.exp(v) + Math.exp(-v)));
const relu = (x) => x.map((v) => Math.max(0, v));
const leakyRelu = (x, alpha = 0.3) => x.map((v) => (v > 0 ? alpha * v : v));
const elu = (x, alpha = 1) => x.map((v) => (v > 0 ? alpha * v : alpha * (Math.exp(v) - 1)));
const softmax = (x) => x.map((v) => Math.exp(v) / sum(x.map(Math.exp)));
const mse = (y, p) => sum(y.map((v, i) => (v - p[i]) ** 2));
const mae = (y, p) => sum(y.map((v, i) => Math.abs(v - p[i])));
const bce = (y, p) => sum(y.map((v, i) => -(v * Math.log10(p[i]) + (1 - v) * Math.log10(1 - p[i]))));
const cce = (y, p) => sum(y.map((row, i) => -row.reduce((s, v, k) => s + v * Math.log10(p[i][k]), 0)));
