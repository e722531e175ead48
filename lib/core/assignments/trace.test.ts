import { expect, test } from 'vitest';
import { traceSchema } from './trace.ts';

const tensor = {
  shape: [2, 3],
  min: 0,
  max: 1,
  mean: 0.5,
  std: null,
  notFinite: 0,
  columnStdMax: null,
  columnStdMin: null,
  isWhole: false,
  isOneHot: false,
  distinct: 0,
  commonest: 0,
};
const layer = {
  className: 'Dense',
  activation: 'relu',
  weights: 1,
  gradient: 1,
  moved: null,
  mean: 0,
  std: 1,
  dead: 0,
  saturated: 0,
};
const range = { min: 0, max: 1, mean: 0, std: 0 };
const probe = { rows: 64, loss: null, layers: [layer], output: range };
const trace = {
  learningRate: 0.1,
  given: { x: tensor, y: tensor, repeated: 0 },
  fit: { x: tensor, y: tensor, validation: { rows: 1, shared: 0, unknownClass: null }, relabelled: null },
  start: null,
  end: probe,
};

test('a trace as the box writes it is read', () => expect(traceSchema.parse(trace)).toEqual(trace));

test.each([
  ['a share above 1', { ...trace, given: { ...trace.given, repeated: 1.01 } }],
  ['a number as text', { ...trace, learningRate: '0.1' }],
  ['an unknown key', { ...trace, score: 100 }],
  ['65 layers', { ...trace, end: { ...probe, layers: Array(65).fill(layer) } }],
  ['a long name', { ...trace, end: { ...probe, layers: [{ ...layer, className: 'x'.repeat(65) }] } }],
  [
    'a shape of nine axes',
    { ...trace, given: { ...trace.given, x: { ...tensor, shape: Array(9).fill(1) } } },
  ],
  ['an infinite number', { ...trace, end: { ...probe, loss: Infinity } }],
  ['a missing part', { ...trace, end: undefined }],
])('%s is refused', (_, forged) => expect(traceSchema.safeParse(forged).success).toBe(false));
