import type { DataSource } from '#lib/core/assignments/data.ts';
import { drawCurves } from '#lib/core/assignments/draw-curves.ts';
import { elu, leakyRelu, relu, sigmoid, tanh } from './functions.ts';
import { functionTests } from './tests.ts';

const one = (f: (x: readonly number[]) => number[]) => (x: number) => f([x])[0]!;
const same = (name: string) => ({ tr: name, en: name });
const CURVES = [
  { name: same('sigmoid'), of: one(sigmoid) },
  { name: same('tanh'), of: one(tanh) },
  { name: same('ReLU'), of: one(relu) },
  { name: same('leaky ReLU'), of: one((x) => leakyRelu(x, 0.3)) },
  { name: same('ELU'), of: one((x) => elu(x, 1)) },
];

export default {
  publicData: () => ({}),
  hiddenData: () => ({}),
  functionTests,
  picture: (lang) => drawCurves(CURVES, [-3, 3], { x: same('x'), y: same('f(x)') }, lang),
} satisfies DataSource;
