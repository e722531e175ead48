/** The functions of the task in float64, closed forms with the clip the task states: what a right solution is compared with. */
const CLIP = 1e-7;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const clipped = (p: number): number => Math.min(1 - CLIP, Math.max(CLIP, p));
const each = (f: (x: number) => number) => (x: readonly number[]) => x.map(f);

export const sigmoid = each((x) => 1 / (1 + Math.exp(-x)));
export const tanh = each(Math.tanh);
export const relu = each((x) => Math.max(0, x));
export const leakyRelu = (x: readonly number[], alpha: number) => x.map((v) => (v > 0 ? v : alpha * v));
export const elu = (x: readonly number[], alpha: number) => x.map((v) => (v > 0 ? v : alpha * Math.expm1(v)));
export function softmax(x: readonly number[]): number[] {
  const most = Math.max(...x);
  const powers = x.map((v) => Math.exp(v - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
export const mse = (y: readonly number[], p: readonly number[]) => mean(y.map((v, i) => (v - p[i]!) ** 2));
export const mae = (y: readonly number[], p: readonly number[]) => mean(y.map((v, i) => Math.abs(v - p[i]!)));
export const bce = (y: readonly number[], p: readonly number[]) =>
  mean(y.map((v, i) => -(v * Math.log(clipped(p[i]!)) + (1 - v) * Math.log(1 - clipped(p[i]!)))));
/** Rows of one-hot labels and of probabilities. */
export const cce = (y: readonly number[][], p: readonly number[][]) =>
  mean(y.map((row, i) => -row.reduce((sum, v, k) => sum + v * Math.log(clipped(p[i]![k]!)), 0)));
