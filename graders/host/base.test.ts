import { expect, test } from 'vitest';
import { baseMeasures } from './base.ts';

type Layer = { kernel: number[][]; bias: number[] };

/** Weights as they travel: topology and values one after the other. */
const travelling = (layers: Layer[]) => {
  const weights = layers.flatMap(({ kernel, bias }) => [
    { shape: [kernel.length, kernel[0]!.length], values: kernel.flat() },
    { shape: [bias.length], values: bias },
  ]);
  return {
    topology: Buffer.from(JSON.stringify({ weightSpecs: weights.map(({ shape }) => ({ shape })) })),
    weights: Buffer.from(Float32Array.from(weights.flatMap(({ values }) => values)).buffer),
  };
};

const first = { kernel: [[3, 4]], bias: [1, 1] };
const second = { kernel: [[0], [12]], bias: [9] };
const head = { kernel: [[1, 1, 1]], bias: [0, 0, 0] };
const base = travelling([first, second]);

test.each<[string, Layer[], { baseMoved: number | null; headParams: number }]>([
  ['the whole base and a head', [first, second, head], { baseMoved: 0, headParams: 6 }],
  [
    'the base behind the head, as frozen weights are listed',
    [head, first, second],
    { baseMoved: 0, headParams: 6 },
  ],
  ['a base that is cut off', [first, head], { baseMoved: 0, headParams: 6 }],
  // Moved by 5 beside lengths 5 and 12: 5/13.
  [
    'a kernel that moved',
    [{ ...first, kernel: [[0, 0]] }, second, head],
    { baseMoved: 5 / 13, headParams: 6 },
  ],
  // A bias may move freely.
  ['a bias that moved', [{ ...first, bias: [7, 7] }, second], { baseMoved: 0, headParams: 0 }],
  // A second layer of the same shape does not hide the base.
  [
    'an own layer of the same shape',
    [{ kernel: [[9, 9]], bias: [0, 0] }, first, second],
    { baseMoved: 0, headParams: 4 },
  ],
  ['a model without the first layer of the base', [second, head], { baseMoved: null, headParams: 9 }],
])('%s', (_, layers, expected) => {
  const { baseMoved, headParams } = baseMeasures(travelling(layers), base);
  expect(headParams).toBe(expected.headParams);
  if (expected.baseMoved === null) expect(baseMoved).toBeNull();
  else expect(baseMoved).toBeCloseTo(expected.baseMoved, 6);
});

test('weights that diverged are no base', () => {
  const diverged = travelling([{ ...first, kernel: [[NaN, 4]] }, second]);
  expect(baseMeasures(diverged, base)['baseMoved']).toBeNull();
});
