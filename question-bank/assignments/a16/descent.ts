export type Fit = {
  x: readonly number[];
  y: readonly number[];
  w: number;
  b: number;
  lr: number;
  epochs: number;
  batchSize: number;
};

/** What a usual mistake does at each batch. `w` first: the bias sees the weight that was just changed. */
export type Slip = 'sign' | 'noFactor' | 'sum' | 'dropLast' | 'weightFirst';

/** Gradient descent on mean((w·x + b − y)²) over consecutive batches: what a right solution gives, or what a slip gives. */
export function descend(
  { x, y, lr, epochs, batchSize, ...start }: Fit,
  slip?: Slip,
): [number, number, number] {
  let { w, b } = start;
  let updates = 0;
  const factor = (slip === 'noFactor' ? 1 : 2) * (slip === 'sign' ? -1 : 1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < x.length; from += batchSize) {
      const rows = x.slice(from, from + batchSize).map((value, i) => [value, y[from + i]!] as const);
      if (slip === 'dropLast' && rows.length < batchSize) continue;
      const count = slip === 'sum' ? 1 : rows.length;
      const slope = (of: (value: number, error: number) => number, weight: number) =>
        (factor * rows.reduce((sum, [value, target]) => sum + of(value, weight * value + b - target), 0)) /
        count;
      const next = w - lr * slope((value, error) => value * error, w);
      b -= lr * slope((_, error) => error, slip === 'weightFirst' ? next : w);
      w = next;
      updates++;
    }
  }
  return [w, b, updates];
}
