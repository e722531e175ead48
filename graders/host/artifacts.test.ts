import { expect, test } from 'vitest';
import { checkArtifacts } from './artifacts.ts';

type Tree = Record<string, unknown>;
const dense = (config: Tree = {}): Tree => ({
  class_name: 'Dense',
  config: {
    units: 3,
    activation: 'softmax',
    kernel_initializer: {
      class_name: 'VarianceScaling',
      config: { scale: 1, mode: 'fan_avg', distribution: 'normal', seed: 4e9 },
    },
    name: 'd1',
    batch_input_shape: [null, 4],
    dtype: 'float32',
    ...config,
  },
});
const sequential = (layers: Tree[]): Tree => ({ class_name: 'Sequential', config: { name: 's', layers } });
const SPECS: Tree[] = [
  { name: 'd1/kernel', shape: [4, 3], dtype: 'float32' },
  { name: 'd1/bias', shape: [3], dtype: 'float32' },
];
/** 4 · 3 + 3 float32 values. */
const WEIGHTS = Buffer.alloc(60);

const check = (json: unknown, weights = WEIGHTS, paramsMax = 100) =>
  checkArtifacts(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), weights, paramsMax);
const model = (modelTopology: Tree, weightSpecs: unknown = SPECS) => ({ modelTopology, weightSpecs });
const good = model(sequential([dense()]));

test('a model of known layers passes, with its parameters counted, and is written out anew', () => {
  const result = check({ ...good, trainingConfig: { loss: 'x' } });
  expect(result).toMatchObject({ ok: true, value: { params: 15, weights: WEIGHTS } });
  expect(result.ok && JSON.parse(result.value.topology.toString())).toEqual(good);
});

test('weights that diverged pass: the judge tells the student why they are worth nothing', () => {
  expect(check(good, Buffer.from(new Float32Array(15).fill(NaN).buffer)).ok).toBe(true);
});

const nested = (depth: number): Tree => (depth === 0 ? dense() : sequential([nested(depth - 1)]));
const withText = (from: string, to: string) => JSON.stringify(good).replace(from, to);

const REFUSED: [string, unknown, string][] = [
  ['no JSON', 'model', 'artifactUnreadable'],
  ['a JSON number', '7', 'artifactUnreadable'],
  ['no layers', model({ class_name: 'Sequential', config: {} }), 'artifactUnreadable'],
  ['200 000 brackets', '['.repeat(200_000), 'artifactTooDeep'],
  ['300 nested models', model(nested(300)), 'artifactTooDeep'],
  ['20 000 layers', model(sequential(Array.from({ length: 20_000 }, () => dense()))), 'artifactTooBig'],
  ['a name of a megabyte', model(sequential([dense({ name: 'x'.repeat(1 << 20) })])), 'artifactTooBig'],
  ['a key __proto__', withText('"units"', '"__proto__":{"polluted":1},"units"'), 'artifactForbiddenKey'],
  [
    'a key constructor',
    withText('"units"', '"constructor":{"prototype":{}},"units"'),
    'artifactForbiddenKey',
  ],
  ['an escaped key __proto__', withText('"units"', '"\\u005f_proto__":{},"units"'), 'artifactForbiddenKey'],
  ['two thousand million units', model(sequential([dense({ units: 2e9 })])), 'artifactOutOfRange'],
  ['infinite units', withText('"units":3', '"units":1e999'), 'artifactOutOfRange'],
  ['an unknown layer', model(sequential([{ class_name: 'Lambda', config: {} }])), 'artifactClass'],
  ['a layer called toString', model(sequential([{ class_name: 'toString', config: {} }])), 'artifactClass'],
  [
    'a class name that is no text',
    model(sequential([{ class_name: { a: 1 }, config: {} }])),
    'artifactClass',
  ],
  ['an initializer as a layer', model(sequential([{ class_name: 'Zeros', config: {} }])), 'artifactClass'],
  [
    'a class that is no text',
    model(sequential([{ class_name: { toString: 'Dense' }, config: {} }])),
    'artifactClass',
  ],
  ['a layer without a class', model(sequential([{ config: {} }])), 'artifactClass'],
  [
    'an optimizer as an initializer',
    model(sequential([dense({ kernel_initializer: { class_name: 'SGD', config: {} } })])),
    'artifactClass',
  ],
  ['no specs', { modelTopology: good.modelTopology }, 'artifactWeights'],
  [
    'a quantized weight',
    model(good.modelTopology, [{ ...SPECS[0], quantization: { scale: 1e308 } }]),
    'artifactWeights',
  ],
  ['a weight of text', model(good.modelTopology, [{ ...SPECS[0], dtype: 'string' }]), 'artifactWeights'],
  ['a negative shape', model(good.modelTopology, [{ ...SPECS[0], shape: [-4, -3] }]), 'artifactWeights'],
  ['a weight twice', model(good.modelTopology, [SPECS[1], SPECS[1], SPECS[0]]), 'artifactWeights'],
  ['a weight missing', model(good.modelTopology, SPECS.slice(1)), 'artifactWeights'],
  [
    'a weight too many',
    model(good.modelTopology, [...SPECS, { name: 'z', shape: [1], dtype: 'float32' }]),
    'artifactWeights',
  ],
  [
    'more parameters than allowed',
    model(good.modelTopology, [{ ...SPECS[0], shape: [101] }]),
    'tooManyParams',
  ],
];
test.each(REFUSED)('%s is refused', (_, json, code) => {
  expect(check(json)).toMatchObject({ ok: false, error: { code } });
  expect(({} as Tree)['polluted']).toBeUndefined();
});
