import { casesOf, dense, type Case } from './recipe.ts';

/** The part held out: other data sets and other models, run for the first time when the thresholds stood. */
const SCALE = 'const mean = xTrain.mean(0), std = xTrain.sub(mean).square().mean(0).sqrt();';
const SCALED = 'normalization(mean, std, { })';
const repeat = (layer: string, times: number): string[] => Array.from({ length: times }, () => layer);

const conv = (filters: number, activation = 'relu', more = '') =>
  `tf.layers.conv2d({ filters: ${filters}, kernelSize: 3, padding: 'same', activation: '${activation}'${more} })`;
const POOL = 'tf.layers.maxPooling2d({ poolSize: 2 })';
const FLAT = 'tf.layers.flatten({ })';
const cnn = (activation = 'relu') => [
  conv(8, activation),
  POOL,
  conv(16, activation),
  POOL,
  FLAT,
  dense(10, 'softmax'),
];
const IMAGES = { loss: "'categoricalCrossentropy'", y: 'tf.oneHot(yTrain, 10)', batchSize: 32 };
const glyphs = casesOf('glyphs', '[12, 12, 1]', {
  ...IMAGES,
  layers: cnn(),
  optimizer: 'tf.train.adam(0.008)',
  epochs: 14,
});
const GLYPHS: Case[] = [
  glyphs.healthy('cnn'),
  glyphs.healthy('elu and sparse labels', {
    layers: cnn('elu'),
    loss: "'sparseCategoricalCrossentropy'",
    y: 'yTrain',
  }),
  glyphs.healthy('dropout and validation', {
    layers: [...cnn().slice(0, 5), 'tf.layers.dropout({ rate: 0.2 })', dense(10, 'softmax')],
    fit: 'validationSplit: 0.1,',
    epochs: 18,
  }),
  glyphs.buggy(
    'Adam 0.5',
    { optimizer: 'tf.train.adam(0.5)', epochs: 5 },
    ['rate-too-high'],
    ['g5', 'g8', 'dead-relu'],
  ),
  glyphs.buggy(
    'Adam 0.00002',
    { optimizer: 'tf.train.adam(0.00002)', epochs: 6 },
    ['rate-too-low'],
    ['g5', 'g7'],
  ),
  glyphs.buggy('two epochs', { optimizer: 'tf.train.adam(0.002)', epochs: 2 }, ['g7'], ['g5']),
  glyphs.buggy(
    'linear output',
    { layers: [...cnn().slice(0, 5), dense(10)], epochs: 6 },
    ['loss-activation'],
    ['g1', 'g5', 'g8', 'dead-relu'],
  ),
  glyphs.buggy(
    'a bias that kills',
    {
      layers: [
        conv(8, 'relu', ', biasInitializer: tf.initializers.constant({ value: -6 })'),
        ...cnn().slice(1),
      ],
      epochs: 5,
    },
    ['dead-relu'],
    ['g5', 'g8', 'vanishing-gradient'],
  ),
  glyphs.buggy(
    'inputs inverted outside',
    { x: 'tf.sub(1, xTrain).mul(255)', epochs: 6, optimizer: 'tf.train.adam(0.001)' },
    ['inputs-changed'],
    ['g5', 'unscaled-inputs'],
  ),
  glyphs.buggy(
    'labels of other rows',
    { y: 'tf.oneHot(tf.reverse(yTrain), 10)', x: 'xTrain', epochs: 6, before: '' },
    ['labels-moved'],
    ['g5', 'g6'],
  ),
  glyphs.buggy(
    'labels from 1',
    { loss: "'sparseCategoricalCrossentropy'", y: 'yTrain.add(1)', epochs: 6 },
    ['label-range'],
    ['labels-moved', 'g5'],
  ),
  glyphs.buggy(
    'memorises',
    {
      layers: [FLAT, dense(192, 'relu'), dense(10, 'softmax')],
      epochs: 40,
      optimizer: 'tf.train.adam(0.003)',
    },
    ['g6'],
  ),
  glyphs.buggy(
    'copies before the split',
    {
      x: 'tf.concat([xTrain, xTrain])',
      y: 'tf.oneHot(tf.concat([yTrain, yTrain]), 10)',
      epochs: 4,
      fit: 'validationSplit: 0.3,',
      optimizer: 'tf.train.adam(0.003)',
    },
    ['leakage'],
    ['g7'],
  ),
];

const raw = casesOf('rawGlyphs', '[12, 12, 1]', {
  ...IMAGES,
  layers: cnn(),
  optimizer: 'tf.train.adam(0.003)',
  epochs: 14,
});
const RAW: Case[] = [
  raw.healthy('rescaled inside', {
    layers: ['tf.layers.rescaling({ scale: 1 / 255 })', ...cnn()],
    optimizer: 'tf.train.adam(0.008)',
  }),
  raw.healthy('raw pixels and batch normalisation', {
    layers: ['tf.layers.batchNormalization({ momentum: 0.9 })', ...cnn()],
    optimizer: 'tf.train.adam(0.008)',
  }),
  raw.buggy(
    'raw pixels and a small rate',
    { optimizer: 'tf.train.adam(0.0003)' },
    ['unscaled-inputs'],
    ['g1', 'g5', 'g7', 'g8', 'rate-too-low', 'dead-relu', 'exploding-gradient'],
  ),
  raw.buggy(
    'raw pixels and SGD',
    { optimizer: 'tf.train.sgd(0.03)', epochs: 5 },
    ['unscaled-inputs'],
    ['g1', 'g5', 'g8', 'rate-too-high', 'dead-relu', 'exploding-gradient'],
  ),
  raw.buggy(
    'raw pixels and tanh',
    { layers: cnn('tanh'), optimizer: 'tf.train.sgd(0.02)', epochs: 6 },
    ['unscaled-inputs'],
    ['g5', 'g7', 'vanishing-gradient'],
  ),
  raw.buggy(
    'scaled to −1 and 1 outside',
    { x: 'xTrain.div(127.5).sub(1)', epochs: 12, optimizer: 'tf.train.adam(0.008)' },
    ['inputs-changed'],
    ['g5'],
  ),
];

const spiral = casesOf('spiral', '[2]', {
  layers: [dense(32, 'relu'), dense(32, 'relu'), dense(3, 'softmax')],
  optimizer: 'tf.train.adam(0.01)',
  loss: "'categoricalCrossentropy'",
  y: 'tf.oneHot(yTrain, 3)',
  epochs: 40,
  batchSize: 32,
});
const SPIRAL: Case[] = [
  spiral.healthy('mlp'),
  spiral.healthy('tanh and RMSProp', {
    layers: [dense(32, 'tanh'), dense(32, 'tanh'), dense(3, 'softmax')],
    optimizer: 'tf.train.rmsprop(0.01)',
    epochs: 60,
  }),
  spiral.healthy('logits', {
    layers: [dense(32, 'relu'), dense(32, 'relu'), dense(3)],
    loss: 'tf.losses.softmaxCrossEntropy',
  }),
  spiral.healthy('five layers', { layers: [...repeat(dense(24, 'relu'), 5), dense(3, 'softmax')] }),
  spiral.healthy('squared error on softmax', {
    loss: "'meanSquaredError'",
    epochs: 60,
    optimizer: 'tf.train.adam(0.02)',
  }),
  spiral.buggy('no activation', { layers: [dense(32), dense(32), dense(3, 'softmax')] }, ['g4'], ['g5']),
  spiral.buggy('no hidden layer', { layers: [dense(3, 'softmax')] }, ['g5'], ['g7']),
  spiral.buggy(
    'SGD 20',
    { optimizer: 'tf.train.sgd(20)', epochs: 20 },
    ['rate-too-high'],
    ['g1', 'g5', 'g8', 'dead-relu', 'exploding-gradient'],
  ),
  spiral.buggy('SGD 0.001', { optimizer: 'tf.train.sgd(0.001)', epochs: 30 }, ['rate-too-low'], ['g5', 'g7']),
  spiral.buggy('six epochs', { optimizer: 'tf.train.adam(0.003)', epochs: 6 }, ['g7'], ['g5']),
  spiral.buggy(
    'ten sigmoid layers',
    { layers: [...repeat(dense(16, 'sigmoid'), 10), dense(3, 'softmax')], epochs: 20 },
    ['vanishing-gradient'],
    ['g5', 'g7', 'g8'],
  ),
  spiral.buggy(
    'sigmoid layers and SGD',
    {
      layers: [...repeat(dense(16, 'sigmoid'), 5), dense(3, 'softmax')],
      optimizer: 'tf.train.sgd(0.05)',
      epochs: 20,
    },
    ['vanishing-gradient'],
    ['g5', 'g7', 'g8', 'rate-too-low'],
  ),
  spiral.buggy(
    'huge weights',
    {
      layers: [
        ...repeat(dense(32, 'relu', 'kernelInitializer: tf.initializers.randomNormal({ stddev: 4 })'), 4),
        dense(3, 'softmax'),
      ],
      optimizer: 'tf.train.sgd(0.01)',
      epochs: 15,
    },
    ['exploding-gradient'],
    ['g1', 'g5', 'g8', 'dead-relu', 'rate-too-high'],
  ),
  spiral.buggy(
    'softmax twice',
    { loss: 'tf.losses.softmaxCrossEntropy', optimizer: 'tf.train.sgd(0.1)', epochs: 20 },
    ['loss-activation'],
    ['g5', 'g7', 'rate-too-low'],
  ),
  spiral.buggy(
    'relu output',
    { layers: [dense(32, 'relu'), dense(3, 'relu')], epochs: 15 },
    ['loss-activation'],
    ['g1', 'g5', 'g8', 'dead-relu'],
  ),
  spiral.buggy(
    'sorted before the split',
    {
      before: 'const order = tf.topk(yTrain.neg(), yTrain.size).indices;',
      x: 'tf.gather(xTrain, order)',
      y: 'tf.oneHot(tf.gather(yTrain, order), 3)',
      fit: 'validationSplit: 0.35,',
    },
    ['split-by-class'],
    ['g5'],
  ),
  spiral.buggy('too few classes in the labels', { y: 'tf.oneHot(yTrain, 2)' }, ['label-shape']),
];

const friedman = casesOf('friedman', '[10]', {
  layers: [dense(32, 'relu'), dense(32, 'relu'), dense(1)],
  optimizer: 'tf.train.adam(0.01)',
  loss: "'meanSquaredError'",
  y: 'yTrain',
  epochs: 90,
  batchSize: 32,
});
const FRIEDMAN: Case[] = [
  friedman.healthy('mlp'),
  friedman.healthy('tanh', {
    layers: [dense(32, 'tanh'), dense(1)],
    optimizer: 'tf.train.adam(0.03)',
    epochs: 120,
  }),
  friedman.healthy('validation and a penalty', {
    layers: [
      dense(48, 'relu', 'kernelRegularizer: tf.regularizers.l2({ l2: 0.0005 })'),
      dense(24, 'relu'),
      dense(1),
    ],
    fit: 'validationSplit: 0.1,',
  }),
  friedman.buggy(
    'sigmoid output',
    { layers: [dense(32, 'relu'), dense(1, 'sigmoid')], epochs: 20 },
    ['bounded-output'],
    ['g5', 'g8', 'vanishing-gradient'],
  ),
  friedman.buggy('targets divided outside', { y: 'yTrain.div(30)', epochs: 20 }, ['labels-changed'], ['g5']),
  friedman.buggy(
    'SGD 0.5',
    { optimizer: 'tf.train.sgd(0.5)', epochs: 10 },
    ['rate-too-high'],
    ['g1', 'g5', 'g8', 'dead-relu', 'exploding-gradient'],
  ),
  friedman.buggy(
    'Adam 0.00005',
    { optimizer: 'tf.train.adam(0.00005)', epochs: 20 },
    ['rate-too-low'],
    ['g5', 'g7'],
  ),
  friedman.buggy('four epochs', { optimizer: 'tf.train.adam(0.003)', epochs: 4 }, ['g7'], ['g5']),
  friedman.buggy('no activation', { layers: [dense(32), dense(32), dense(1)] }, ['g4'], ['g5']),
  friedman.buggy(
    'a bias that kills',
    {
      layers: [dense(32, 'relu', 'biasInitializer: tf.initializers.constant({ value: -12 })'), dense(1)],
      epochs: 15,
    },
    ['dead-relu'],
    ['g5', 'g8', 'vanishing-gradient'],
  ),
  friedman.buggy(
    'labels of other rows',
    { y: 'tf.reverse(yTrain, 0)', epochs: 20 },
    ['labels-moved'],
    ['g5', 'g6'],
  ),
  friedman.buggy(
    'cross-entropy for a quantity',
    { layers: [dense(32, 'relu'), dense(1, 'sigmoid')], loss: "'binaryCrossentropy'", epochs: 15 },
    ['loss-activation'],
    ['bounded-output', 'label-range', 'g1', 'g5', 'g8'],
  ),
];

const few = casesOf('few', '[8]', {
  layers: [dense(128, 'relu'), dense(128, 'relu'), dense(1)],
  optimizer: 'tf.train.adam(0.005)',
  loss: "'meanSquaredError'",
  y: 'yTrain',
  epochs: 200,
  batchSize: 16,
});
const FEW: Case[] = [
  few.healthy('linear', { layers: [dense(1)], optimizer: 'tf.train.adam(0.05)', epochs: 100 }),
  few.buggy('memorises', {}, ['g6']),
  few.buggy(
    'memorises with one layer',
    { layers: [dense(256, 'tanh'), dense(1)], optimizer: 'tf.train.adam(0.02)' },
    ['g6'],
  ),
];

const sensors = casesOf('sensors', '[6]', {
  layers: [SCALED, dense(24, 'relu'), dense(1, 'sigmoid')],
  optimizer: 'tf.train.adam(0.01)',
  loss: "'binaryCrossentropy'",
  y: 'yTrain',
  epochs: 40,
  batchSize: 32,
});
const scaled = { before: SCALE };
const SENSORS: Case[] = [
  sensors.healthy('scaled inside', scaled),
  sensors.healthy('scaled inside, two softmax units', {
    ...scaled,
    layers: [SCALED, dense(24, 'tanh'), dense(2, 'softmax')],
    loss: "'categoricalCrossentropy'",
    y: 'tf.oneHot(yTrain.flatten(), 2)',
    optimizer: 'tf.train.adam(0.02)',
  }),
  sensors.healthy('batch normalisation first', {
    layers: ['tf.layers.batchNormalization({ momentum: 0.9 })', dense(24, 'relu'), dense(1, 'sigmoid')],
    epochs: 40,
  }),
  sensors.buggy(
    'raw inputs',
    { layers: [dense(24, 'relu'), dense(1, 'sigmoid')], epochs: 20 },
    ['unscaled-inputs'],
    ['g1', 'g5', 'g8', 'dead-relu', 'exploding-gradient', 'rate-too-high'],
  ),
  sensors.buggy(
    'raw inputs and tanh',
    { layers: [dense(24, 'tanh'), dense(1, 'sigmoid')], epochs: 20 },
    ['unscaled-inputs'],
    ['g5', 'g8', 'vanishing-gradient'],
  ),
  sensors.buggy(
    'scaled outside',
    { ...scaled, layers: [dense(24, 'relu'), dense(1, 'sigmoid')], x: 'xTrain.sub(mean).div(std)' },
    ['inputs-changed'],
    ['g5'],
  ),
  sensors.buggy(
    'labels of 1 and 2',
    { ...scaled, y: 'yTrain.add(1).toFloat()', epochs: 15 },
    ['label-range'],
    ['labels-moved', 'g5', 'g8'],
  ),
  sensors.buggy(
    'softmax over one unit',
    { ...scaled, layers: [SCALED, dense(24, 'relu'), dense(1, 'softmax')], epochs: 15 },
    ['g2'],
    ['g5', 'g8', 'loss-activation'],
  ),
  sensors.buggy(
    'tanh output',
    { ...scaled, layers: [SCALED, dense(24, 'relu'), dense(1, 'tanh')], epochs: 20 },
    ['loss-activation'],
    ['g1', 'g5', 'g8', 'dead-relu'],
  ),
];

const lstm = (units: number, more = '') =>
  `tf.layers.lstm({ units: ${units}, recurrentInitializer: 'glorotNormal'${more} })`;
const series = casesOf('series', '[16, 1]', {
  layers: [lstm(12), dense(1)],
  optimizer: 'tf.train.adam(0.02)',
  loss: "'meanSquaredError'",
  y: 'yTrain',
  epochs: 15,
  batchSize: 32,
});
const SERIES: Case[] = [
  series.healthy('lstm'),
  series.healthy('dense on the window', {
    layers: ['tf.layers.flatten({ })', dense(16, 'relu'), dense(1)],
    optimizer: 'tf.train.adam(0.01)',
    epochs: 40,
  }),
  series.buggy(
    'relu output',
    { layers: [lstm(12), dense(1, 'relu')] },
    ['bounded-output'],
    ['g5', 'dead-relu', 'g8'],
  ),
  series.buggy(
    'SGD 0.0001',
    { optimizer: 'tf.train.sgd(0.0001)', epochs: 6 },
    ['rate-too-low'],
    ['g5', 'g7'],
  ),
  series.buggy('two epochs', { optimizer: 'tf.train.adam(0.005)', epochs: 2 }, ['g7'], ['g5']),
];

const words = casesOf('words', '[7]', {
  layers: [
    'tf.layers.embedding({ inputDim: 50, outputDim: 8 })',
    'tf.layers.flatten({})',
    dense(16, 'relu'),
    dense(1, 'sigmoid'),
  ],
  optimizer: 'tf.train.adam(0.01)',
  loss: "'binaryCrossentropy'",
  y: 'yTrain',
  epochs: 15,
  batchSize: 32,
});
const WORDS: Case[] = [
  words.healthy('embedding'),
  words.healthy('embedding and gru', {
    layers: [
      'tf.layers.embedding({ inputDim: 50, outputDim: 8 })',
      "tf.layers.gru({ units: 12, recurrentInitializer: 'glorotNormal' })",
      dense(1, 'sigmoid'),
    ],
    optimizer: 'tf.train.adam(0.02)',
  }),
  words.buggy(
    'Adam 0.00003',
    { optimizer: 'tf.train.adam(0.00003)', epochs: 10 },
    ['rate-too-low'],
    ['g5', 'g7'],
  ),
  words.buggy(
    'labels of other rows',
    {
      y: 'tf.gather(yTrain, tf.tensor1d(Int32Array.from(tf.util.createShuffledIndices(800)), "int32"))',
      epochs: 20,
    },
    ['labels-moved'],
    ['g5', 'g6'],
  ),
  words.buggy('one epoch', { epochs: 1, optimizer: 'tf.train.adam(0.003)' }, ['g7'], ['g5']),
  words.buggy(
    'validated on the training data',
    { epochs: 3, optimizer: 'tf.train.adam(0.002)', fit: 'validationData: [xTrain, yTrain],' },
    ['leakage', 'g7'],
    ['g5'],
  ),
];

export const HELD: Case[] = [
  ...GLYPHS,
  ...RAW,
  ...SPIRAL,
  ...FRIEDMAN,
  ...FEW,
  ...SENSORS,
  ...SERIES,
  ...WORDS,
];
