import { expect, test } from 'vitest';
import { makeAssignment } from '#tests/factories/assignment.ts';
import { trainScript } from './harness.ts';

/** Scripts that meet a gap of tfjs: each stops at its own line with the gap's name, and the way around it trains. */
const ROWS = 24;
const data = {
  x: Float32Array.from({ length: ROWS * 16 }, (_, i) => Math.sin(i)),
  y: Float32Array.from({ length: ROWS }, (_, i) => i % 3),
  xShape: [ROWS, 16],
  yShape: [ROWS],
};
const assignment = makeAssignment({
  limits: { wallSeconds: 9, cpuSeconds: 9, memoryMib: 1, outputKib: 1, paramsMax: 9999, epochsMax: 50 },
});
const run = (source: string) => trainScript(source, assignment, data);

const fit = (layers: string, compile = '', callbacks = '[]') => `
model = tf.sequential({ layers: [
  ${layers},
  tf.layers.dense({ units: 3, activation: 'softmax' })] });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy'${compile} });
await model.fit(xTrain, tf.oneHot(yTrain, 3), { epochs: 2, callbacks: ${callbacks} });`;
const image = 'tf.layers.reshape({ targetShape: [4, 4, 1], inputShape: [16] })';
const series = 'tf.layers.reshape({ targetShape: [16, 1], inputShape: [16] })';
const dense = 'tf.layers.dense({ units: 4, inputShape: [16] })';
const conv = (dilation: number) =>
  `${image}, tf.layers.conv2d({ filters: 2, kernelSize: 2, dilationRate: ${dilation} }), tf.layers.flatten()`;
const gru = (option: string) => `${series}, tf.layers.gru({ units: 4${option} })`;
const custom = (body: string) => `
const w = tf.variable(tf.ones([4, 4]));
tf.train.sgd(0.1).minimize(() => ${body});
${fit(dense)}`;

test.each([
  ['a dilated convolution', fit(conv(2)), fit(conv(1)), 'dilatedGradient', '2,2', 6],
  [
    'weights of losses',
    fit(dense, ', lossWeights: [0.5]'),
    fit(dense, ', lossWeights: [1]'),
    'lossWeights',
    '0.5',
    5,
  ],
  ['a GRU that resets after', fit(gru(', resetAfter: true')), fit(gru('')), 'resetAfter', '', 3],
  [
    'early stopping by its class',
    fit(dense, '', '[new tf.EarlyStopping({ restoreBestWeights: true })]'),
    fit(dense, '', '[tf.callbacks.earlyStopping({ restoreBestWeights: true, monitor: "loss" })]'),
    'restoreBestWeights',
    '',
    6,
  ],
  [
    'an operation without gradient',
    custom("tf.einsum('ij,kj->ik', w, w).sum()"),
    custom('tf.matMul(w, w, false, true).sum()'),
    'noGradient',
    'Einsum',
    3,
  ],
  [
    'a mirrored padding, whose gradient is wrong',
    custom("tf.mirrorPad(w, [[1, 1], [1, 1]], 'reflect').square().sum()"),
    custom('tf.pad(w, [[1, 1], [1, 1]]).square().sum()'),
    'noGradient',
    'MirrorPad',
    3,
  ],
])('%s', async (_, gap, around, code, message, line) => {
  const { failure, ok } = await run(gap);
  expect({ failure, ok }).toEqual({ failure: { code, message, line }, ok: false });
  expect(await run(around)).toMatchObject({ failure: null, ok: true });
});
