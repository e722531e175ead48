/**
 * Φ, the distribution function of the standard normal distribution, within 7.5e-8 (M. Abramowitz, I. A. Stegun, Handbook of Mathematical
 * Functions, 26.2.17).
 */
export function normalCdf(z: number): number {
  if (z < 0) return 1 - normalCdf(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - density * series;
}

/** P(the median of `runs` independent values falls short) when each does with probability `p`; `runs` is odd. */
export function medianShort(p: number, runs: number): number {
  let sum = 0;
  for (let k = (runs + 1) / 2; k <= runs; k++) sum += choose(runs, k) * p ** k * (1 - p) ** (runs - k);
  return sum;
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

/** Mean and standard deviation with n − 1; the deviation of a single value is 0. */
export function momentsOf(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}
