import { expect, test } from 'vitest';
import { tensorflow } from './framework.ts';
import { buildTwin } from './twin.ts';

const model = (...layers: string[]) => `const model = tf.sequential({ layers: [${layers.join(', ')}] });`;

test.each([
  [model("tf.layers.dense({ units: 4, inputShape: [3] })"), [null, 4], (3 + 1) * 4],
  [model("tf.layers.conv2d({ filters: 8, kernelSize: (3, 3), inputShape: [28, 28, 1] })", 'tf.layers.flatten()'), [null, 26 * 26 * 8], (3 * 3 + 1) * 8],
  [model("tf.layers.dense({ units: units=4, useBias: False, inputShape: [3,] })"), [null, 4], 3 * 4],
])('%s has shape %j and %d parameters', async (source, outputShape, params) => {
  expect(buildTwin(await tensorflow(), source)).toEqual({ outputShape, params });
});

test.each([
  [model('tf.layers.dense({ units: steal(), inputShape: [3] })'), 'CallExpression'], [model('tf.layers.dense({ units: process.exit, inputShape: [3] })'), 'MemberExpression'],
  [model('tf.layers.dense({ units: (() => 4)(), inputShape: [3] })'), 'CallExpression'], [model('tf.layers.dense({ units: `${globalThis}`, inputShape: [3] })'), 'TemplateLiteral'],
  [model('tf.layers.constructor({ units: 4 })'), 'constructor'], [model('...tf.layers'), 'layer'], [model('fetch("https://example.org")'), 'layer'], ['process.exit(1)', 'tf.sequential'],
  [model('tf.layers.dense({ units: 4 }'), ''],
])('%s is refused as no model, and nothing in it runs', async (source, why) => {
  const tf = await tensorflow();
  expect(() => buildTwin(tf, source)).toThrow(why);
});
