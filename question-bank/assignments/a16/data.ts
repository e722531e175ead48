import type { DataSource } from '#lib/core/assignments/data.ts';
import { drawCurves } from '#lib/core/assignments/draw-curves.ts';
import { makeRng } from '#lib/core/rng.ts';
import { descend } from './descent.ts';
import { functionTests } from './tests.ts';

const ROWS = 32;

/** Loss by epoch of the three ways on the same noisy line. */
function lossOf(batchSize: number) {
  const rng = makeRng(116);
  const x = Array.from({ length: ROWS }, () => rng.uniform() * 2 - 1);
  const y = x.map((value) => 3 * value - 1 + rng.normal(0, 0.4));
  return (epochs: number): number => {
    const [w, b] = descend({ x, y, w: 0, b: 0, lr: 0.03, epochs: Math.round(epochs), batchSize });
    return x.reduce((sum, value, i) => sum + (w * value + b - y[i]!) ** 2, 0) / ROWS;
  };
}

const CURVES = [
  { name: { tr: 'GD (yığın 32)', en: 'GD (batch 32)' }, of: lossOf(ROWS) },
  { name: { tr: 'MB-GD (8)', en: 'MB-GD (8)' }, of: lossOf(8) },
  { name: { tr: 'SGD (1)', en: 'SGD (1)' }, of: lossOf(1) },
];

export default {
  publicData: () => ({}),
  hiddenData: () => ({}),
  functionTests,
  picture: (lang) =>
    drawCurves(CURVES, [0, 20], { x: { tr: 'epok', en: 'epoch' }, y: { tr: 'kayıp', en: 'loss' } }, lang),
} satisfies DataSource;
