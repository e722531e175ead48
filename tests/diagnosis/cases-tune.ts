import { casesOf, dense, type Case } from './recipe.ts';

/** The part that thresholds were set on. */
const SCALE = 'const mean = xTrain.mean(0), std = xTrain.sub(mean).square().mean(0).sqrt();';
const SCALED = 'normalization(mean, std, { })';
const repeat = (layer: string, times: number): string[] => Array.from({ length: times }, () => layer);

const houses = casesOf('houses', '[4]', {
  layers: [SCALED, dense(1)],
  optimizer: 'tf.train.sgd(0.05)',
  loss: "'meanSquaredError'",
  y: 'yTrain',
  epochs: 60,
  batchSize: 32,
});
const scaled = { before: SCALE };
const HOUSES: Case[] = [
  houses.healthy('linear', scaled),
  houses.healthy('hidden layer', {
    ...scaled,
    layers: [SCALED, dense(16, 'relu'), dense(1)],
    optimizer: 'tf.train.adam(0.05)',
  }),
  houses.healthy('a large rate that still settles', {
    ...scaled,
    optimizer: 'tf.train.sgd(0.25)',
    epochs: 30,
  }),
  houses.healthy('absolute error', { ...scaled, loss: "'meanAbsoluteError'", optimizer: 'tf.train.adam(2)' }),
  houses.buggy(
    'raw inputs',
    { layers: [dense(1)], optimizer: 'tf.train.sgd(0.01)', epochs: 20 },
    ['unscaled-inputs'],
    ['g1', 'rate-too-high', 'exploding-gradient'],
  ),
  houses.buggy(
    'raw inputs and a hidden layer',
    { layers: [dense(16, 'relu'), dense(1)], optimizer: 'tf.train.sgd(0.001)', epochs: 20 },
    ['unscaled-inputs'],
    ['g1', 'g5', 'g8', 'rate-too-high', 'exploding-gradient', 'dead-relu'],
  ),
  houses.buggy(
    'raw inputs and a tiny rate',
    { layers: [dense(1)], optimizer: 'tf.train.sgd(0.00001)', epochs: 20 },
    ['unscaled-inputs'],
    ['g5', 'g7', 'rate-too-low'],
  ),
  houses.buggy(
    'slow Adam',
    { ...scaled, optimizer: 'tf.train.adam(0.001)', epochs: 20 },
    ['rate-too-low'],
    ['g5', 'g7'],
  ),
  houses.buggy(
    'slow SGD',
    { ...scaled, optimizer: 'tf.train.sgd(0.0001)', epochs: 40 },
    ['rate-too-low'],
    ['g5', 'g7'],
  ),
  houses.buggy(
    'five epochs',
    { ...scaled, optimizer: 'tf.train.sgd(0.01)', epochs: 5 },
    ['g7'],
    ['g5', 'rate-too-low'],
  ),
  houses.buggy(
    'a rate above the limit',
    { ...scaled, optimizer: 'tf.train.sgd(1.3)', epochs: 20 },
    ['rate-too-high'],
    ['g1', 'exploding-gradient'],
  ),
  houses.buggy(
    'sigmoid output',
    { ...scaled, layers: [SCALED, dense(1, 'sigmoid')] },
    ['bounded-output'],
    ['g5', 'vanishing-gradient', 'g8'],
  ),
  houses.buggy(
    'tanh output',
    { ...scaled, layers: [SCALED, dense(8, 'relu'), dense(1, 'tanh')] },
    ['bounded-output'],
    ['g5', 'vanishing-gradient', 'g8'],
  ),
  houses.buggy('targets divided outside', { ...scaled, y: 'yTrain.div(100)' }, ['labels-changed'], ['g5']),
  houses.buggy(
    'targets standardised outside',
    {
      before: `${SCALE} const yMean = yTrain.mean(), yStd = yTrain.sub(yMean).square().mean().sqrt();`,
      y: 'yTrain.sub(yMean).div(yStd)',
    },
    ['labels-changed'],
    ['g5'],
  ),
  houses.buggy(
    'inputs standardised outside',
    { ...scaled, layers: [dense(1)], x: 'xTrain.sub(mean).div(std)' },
    ['inputs-changed'],
    ['g5'],
  ),
  houses.buggy(
    'cross-entropy for a price',
    { ...scaled, loss: "'binaryCrossentropy'" },
    ['loss-activation'],
    ['g1', 'g5', 'label-range'],
  ),
];

const ONE_HOT = { loss: "'categoricalCrossentropy'", y: 'tf.oneHot(yTrain, 10)' };
const mlp = (activation: string) => [dense(64, activation), dense(32, activation), dense(10, 'softmax')];
const digits = casesOf('digits', '[64]', {
  ...ONE_HOT,
  layers: mlp('relu'),
  optimizer: 'tf.train.adam(0.005)',
  epochs: 12,
  batchSize: 32,
});
const DIGITS: Case[] = [
  digits.healthy('mlp'),
  digits.healthy('validation split', { fit: 'validationSplit: 0.1,' }),
  digits.healthy('logits', {
    layers: [...mlp('relu').slice(0, 2), dense(10)],
    loss: 'tf.losses.softmaxCrossEntropy',
  }),
  digits.healthy('sparse labels and tanh', {
    layers: mlp('tanh'),
    loss: "'sparseCategoricalCrossentropy'",
    y: 'yTrain',
  }),
  digits.healthy('SGD with momentum', { optimizer: 'tf.train.momentum(0.05, 0.9)' }),
  digits.healthy('batch normalisation', {
    layers: [dense(64, 'relu'), 'tf.layers.batchNormalization({ momentum: 0.9 })', dense(10, 'softmax')],
  }),
  digits.healthy('dropout', {
    layers: [dense(96, 'relu'), 'tf.layers.dropout({ rate: 0.3 })', dense(10, 'softmax')],
    epochs: 20,
  }),
  digits.healthy('squared error on softmax', { loss: "'meanSquaredError'" }),
  digits.healthy('binary cross-entropy on softmax', { loss: "'binaryCrossentropy'" }),
  digits.healthy('a sparse relu layer', {
    layers: [
      dense(128, 'relu', 'kernelRegularizer: tf.regularizers.l1({ l1: 0.0005 })'),
      dense(10, 'softmax'),
    ],
    epochs: 20,
  }),
  digits.healthy('large batches', { batchSize: 256, optimizer: 'tf.train.adam(0.01)', epochs: 30 }),
  digits.buggy('Adam 0.00001', { optimizer: 'tf.train.adam(0.00001)' }, ['rate-too-low'], ['g5', 'g7']),
  digits.buggy('SGD 0.0005', { optimizer: 'tf.train.sgd(0.0005)' }, ['rate-too-low'], ['g5', 'g7']),
  digits.buggy(
    'Adam 1',
    { optimizer: 'tf.train.adam(1)', epochs: 8 },
    ['rate-too-high'],
    ['g5', 'g8', 'dead-relu'],
  ),
  digits.buggy(
    'SGD 8',
    { optimizer: 'tf.train.sgd(8)', epochs: 8 },
    ['rate-too-high'],
    ['g1', 'g5', 'g8', 'dead-relu', 'exploding-gradient'],
  ),
  digits.buggy('one epoch', { optimizer: 'tf.train.adam(0.001)', epochs: 1 }, ['g7'], ['g5']),
  digits.buggy(
    'three slow epochs',
    { optimizer: 'tf.train.sgd(0.02)', epochs: 3 },
    ['g7'],
    ['g5', 'rate-too-low'],
  ),
  digits.buggy('no activation', { layers: [...mlp('linear')] }, ['g4'], ['g5']),
  digits.buggy(
    'six sigmoid layers',
    { layers: [...repeat(dense(32, 'sigmoid'), 6), dense(10, 'softmax')], optimizer: 'tf.train.sgd(0.1)' },
    ['vanishing-gradient'],
    ['g5', 'g7', 'g8'],
  ),
  digits.buggy(
    'eight tanh layers, tiny weights',
    {
      layers: [
        ...repeat(dense(32, 'tanh', 'kernelInitializer: tf.initializers.randomNormal({ stddev: 0.01 })'), 8),
        dense(10, 'softmax'),
      ],
      optimizer: 'tf.train.sgd(0.1)',
    },
    ['vanishing-gradient'],
    ['g5', 'g7', 'g8'],
  ),
  digits.buggy(
    'a bias that kills',
    {
      layers: [
        dense(64, 'relu', 'biasInitializer: tf.initializers.constant({ value: -10 })'),
        dense(32, 'relu'),
        dense(10, 'softmax'),
      ],
    },
    ['dead-relu'],
    ['g5', 'g8', 'vanishing-gradient'],
  ),
  digits.buggy(
    'relu output',
    { layers: [dense(64, 'relu'), dense(10, 'relu')] },
    ['loss-activation'],
    ['g1', 'g5', 'g8', 'dead-relu'],
  ),
  digits.buggy(
    'linear output',
    { layers: [dense(64, 'relu'), dense(10)] },
    ['loss-activation'],
    ['g1', 'g5', 'g8', 'dead-relu'],
  ),
  digits.buggy(
    'tanh output',
    { layers: [dense(64, 'relu'), dense(10, 'tanh')] },
    ['loss-activation'],
    ['g1', 'g5', 'g8', 'dead-relu'],
  ),
  digits.buggy(
    'softmax twice',
    { loss: 'tf.losses.softmaxCrossEntropy', optimizer: 'tf.train.sgd(0.05)' },
    ['loss-activation'],
    ['g5', 'g7', 'rate-too-low'],
  ),
  digits.buggy(
    'huge weights',
    {
      layers: [
        ...repeat(dense(64, 'relu', 'kernelInitializer: tf.initializers.randomNormal({ stddev: 3 })'), 4),
        dense(10, 'softmax'),
      ],
      optimizer: 'tf.train.sgd(0.01)',
    },
    ['exploding-gradient'],
    ['g1', 'g5', 'g8', 'dead-relu', 'rate-too-high'],
  ),
  digits.buggy(
    'labels of other rows',
    { y: 'tf.oneHot(tf.reverse(yTrain), 10)' },
    ['labels-moved'],
    ['g5', 'g6'],
  ),
  digits.buggy('inputs shifted outside', { x: 'xTrain.sub(0.5).mul(4)' }, ['inputs-changed'], ['g5']),
  digits.buggy(
    'two hidden units',
    { layers: [dense(2, 'relu'), dense(10, 'softmax')], epochs: 20 },
    ['g5'],
    ['dead-relu', 'g7'],
  ),
  digits.buggy(
    'dropout of 90 %',
    {
      layers: [
        dense(24, 'relu'),
        'tf.layers.dropout({ rate: 0.9 })',
        dense(24, 'relu'),
        'tf.layers.dropout({ rate: 0.9 })',
        dense(10, 'softmax'),
      ],
    },
    ['g5'],
    ['g7'],
  ),
  digits.buggy(
    'validated on the training data',
    { epochs: 2, optimizer: 'tf.train.adam(0.001)', fit: 'validationData: [xTrain, tf.oneHot(yTrain, 10)],' },
    ['leakage', 'g7'],
    ['g5'],
  ),
  digits.buggy(
    'copies before the split',
    {
      x: 'tf.concat([xTrain, xTrain])',
      y: 'tf.oneHot(tf.concat([yTrain, yTrain]), 10)',
      epochs: 6,
      fit: 'validationSplit: 0.4,',
    },
    ['leakage'],
    ['g7'],
  ),
  digits.buggy(
    'sorted before the split',
    {
      before: 'const order = tf.topk(yTrain.neg(), yTrain.size).indices;',
      x: 'tf.gather(xTrain, order)',
      y: 'tf.oneHot(tf.gather(yTrain, order), 10)',
      fit: 'validationSplit: 0.3,',
    },
    ['split-by-class'],
    ['g5'],
  ),
  digits.buggy('one-hot labels with a sparse loss', { loss: "'sparseCategoricalCrossentropy'" }, [
    'label-shape',
  ]),
  digits.buggy('whole labels with a dense loss', { y: 'yTrain' }, ['g3'], ['label-shape']),
];

const raw = casesOf('rawDigits', '[64]', {
  ...ONE_HOT,
  layers: mlp('relu'),
  optimizer: 'tf.train.adam(0.001)',
  epochs: 15,
  batchSize: 32,
});
const RAW: Case[] = [
  raw.healthy('raw pixels and small weights', {
    layers: [
      dense(64, 'relu', 'kernelInitializer: tf.initializers.randomNormal({ stddev: 0.0005 })'),
      ...mlp('relu').slice(1),
    ],
  }),
  raw.healthy('raw pixels and batch normalisation', {
    layers: ['tf.layers.batchNormalization({ momentum: 0.9 })', ...mlp('relu')],
    optimizer: 'tf.train.adam(0.005)',
  }),
  raw.healthy('divided outside, which relu forgives', {
    x: 'xTrain.div(255)',
    optimizer: 'tf.train.adam(0.005)',
  }),
  raw.buggy(
    'raw pixels and Adam',
    {},
    ['unscaled-inputs'],
    ['g1', 'g5', 'g8', 'rate-too-high', 'dead-relu', 'exploding-gradient'],
  ),
  raw.healthy('rescaled inside', {
    layers: ['tf.layers.rescaling({ scale: 1 / 255 })', ...mlp('relu')],
    optimizer: 'tf.train.adam(0.005)',
  }),
  raw.buggy(
    'raw pixels and SGD',
    { optimizer: 'tf.train.sgd(0.05)' },
    ['unscaled-inputs'],
    ['g1', 'g5', 'g8', 'rate-too-high', 'dead-relu', 'exploding-gradient'],
  ),
  raw.buggy(
    'raw pixels and sigmoid',
    { layers: [dense(24, 'sigmoid'), dense(10, 'softmax')], optimizer: 'tf.train.sgd(0.05)', epochs: 10 },
    ['unscaled-inputs'],
    ['g5', 'g7', 'vanishing-gradient'],
  ),
  raw.buggy(
    'scaled to −1 and 1 outside',
    { x: 'xTrain.div(127.5).sub(1)', optimizer: 'tf.train.adam(0.005)' },
    ['inputs-changed'],
    ['g5'],
  ),
];

const moons = casesOf('moons', '[2]', {
  layers: [dense(16, 'relu'), dense(16, 'relu'), dense(1, 'sigmoid')],
  optimizer: 'tf.train.adam(0.01)',
  loss: "'binaryCrossentropy'",
  y: 'yTrain',
  epochs: 40,
  batchSize: 32,
});
const MOONS: Case[] = [
  moons.healthy('mlp'),
  moons.healthy('two softmax units', {
    layers: [dense(16, 'tanh'), dense(2, 'softmax')],
    loss: "'categoricalCrossentropy'",
    y: 'tf.oneHot(yTrain.flatten(), 2)',
    optimizer: 'tf.train.adam(0.03)',
  }),
  moons.healthy('Adam 0.1', { optimizer: 'tf.train.adam(0.1)' }),
  moons.healthy('logit', {
    layers: [dense(16, 'elu'), dense(16, 'elu'), dense(1)],
    loss: 'tf.losses.sigmoidCrossEntropy',
    y: 'yTrain.toFloat()',
  }),
  moons.healthy('small batches and a split', { batchSize: 8, epochs: 25, fit: 'validationSplit: 0.2,' }),
  moons.buggy(
    'softmax over one unit',
    { layers: [dense(16, 'relu'), dense(1, 'softmax')] },
    ['g2'],
    ['g5', 'g8', 'loss-activation'],
  ),
  moons.buggy('no activation', { layers: [dense(16), dense(16), dense(1, 'sigmoid')] }, ['g4'], ['g5']),
  moons.buggy('no hidden layer', { layers: [dense(1, 'sigmoid')] }, ['g5'], ['g7']),
  moons.buggy('five epochs', { optimizer: 'tf.train.sgd(0.05)', epochs: 5 }, ['g7'], ['g5', 'rate-too-low']),
  moons.buggy('Adam 0.00002', { optimizer: 'tf.train.adam(0.00002)' }, ['rate-too-low'], ['g5', 'g7']),
  moons.buggy(
    'SGD 30',
    { optimizer: 'tf.train.sgd(30)', epochs: 20 },
    ['rate-too-high'],
    ['g1', 'g5', 'g8', 'dead-relu', 'exploding-gradient'],
  ),
  moons.buggy(
    'Adam 5',
    { optimizer: 'tf.train.adam(5)', epochs: 20 },
    ['rate-too-high'],
    ['g5', 'g8', 'dead-relu'],
  ),
  moons.buggy('labels of −1 and 1', { y: 'yTrain.mul(2).sub(1).toFloat()' }, ['label-range'], ['g5']),
  moons.buggy(
    'linear output',
    { layers: [dense(16, 'relu'), dense(1)] },
    ['loss-activation'],
    ['g1', 'g5', 'g8'],
  ),
  moons.buggy(
    'relu output',
    { layers: [dense(16, 'relu'), dense(1, 'relu')] },
    ['loss-activation'],
    ['g1', 'g5', 'g8', 'dead-relu'],
  ),
  moons.buggy(
    'sigmoid twice',
    { loss: 'tf.losses.sigmoidCrossEntropy', y: 'yTrain.toFloat()', optimizer: 'tf.train.sgd(0.05)' },
    ['loss-activation'],
    ['g5', 'g7', 'rate-too-low'],
  ),
  moons.buggy(
    'labels of other rows',
    { y: 'tf.gather(yTrain, tf.tensor1d(Int32Array.from(tf.util.createShuffledIndices(400)), "int32"))' },
    ['labels-moved'],
    ['g5', 'g6'],
  ),
  moons.buggy(
    'weights of zero',
    {
      layers: [
        dense(16, 'relu', "kernelInitializer: 'zeros'"),
        dense(1, 'sigmoid', "kernelInitializer: 'zeros'"),
      ],
    },
    ['dead-relu'],
    ['g5', 'g8', 'vanishing-gradient'],
  ),
];

const conv = (filters: number, activation = 'relu', more = '') =>
  `tf.layers.conv1d({ filters: ${filters}, kernelSize: 5, activation: '${activation}'${more} })`;
const POOL = 'tf.layers.maxPooling1d({ poolSize: 2 })';
const GAP = 'tf.layers.globalAveragePooling1d({})';
const waves = casesOf('waves', '[48, 1]', {
  layers: [conv(12), POOL, conv(24), GAP, dense(4, 'softmax')],
  optimizer: 'tf.train.adam(0.01)',
  loss: "'categoricalCrossentropy'",
  y: 'tf.oneHot(yTrain, 4)',
  epochs: 25,
  batchSize: 32,
});
const WAVES: Case[] = [
  waves.healthy('two convolutions'),
  waves.healthy('dropout and validation', {
    layers: [conv(16), POOL, conv(24), 'tf.layers.dropout({ rate: 0.1 })', GAP, dense(4, 'softmax')],
    fit: 'validationSplit: 0.1,',
  }),
  waves.buggy(
    'Adam 0.8',
    { optimizer: 'tf.train.adam(0.8)', epochs: 10 },
    ['rate-too-high'],
    ['g5', 'g8', 'dead-relu'],
  ),
  waves.buggy(
    'SGD 0.0005',
    { optimizer: 'tf.train.sgd(0.0005)', epochs: 10 },
    ['rate-too-low'],
    ['g5', 'g7'],
  ),
  waves.buggy(
    'a bias that kills',
    {
      layers: [
        conv(12, 'relu', ', biasInitializer: tf.initializers.constant({ value: -8 })'),
        POOL,
        conv(24),
        GAP,
        dense(4, 'softmax'),
      ],
      epochs: 8,
    },
    ['dead-relu'],
    ['g5', 'g8', 'vanishing-gradient'],
  ),
  waves.buggy('three epochs', { epochs: 3, optimizer: 'tf.train.adam(0.003)' }, ['g7'], ['g5']),
  waves.buggy(
    'validated on the training data',
    { epochs: 6, optimizer: 'tf.train.adam(0.003)', fit: 'validationData: [xTrain, tf.oneHot(yTrain, 4)],' },
    ['leakage', 'g7'],
    ['g5'],
  ),
];

const noisy = casesOf('noisy', '[20]', {
  layers: [dense(128, 'relu'), dense(128, 'relu'), dense(1, 'sigmoid')],
  optimizer: 'tf.train.adam(0.003)',
  loss: "'binaryCrossentropy'",
  y: 'yTrain',
  epochs: 60,
  batchSize: 32,
});
const NOISY: Case[] = [
  noisy.healthy('linear with a penalty', {
    layers: [dense(1, 'sigmoid', 'kernelRegularizer: tf.regularizers.l2({ l2: 0.03 })')],
    optimizer: 'tf.train.adam(0.02)',
  }),
  noisy.healthy('stopped early', {
    optimizer: 'tf.train.adam(0.001)',
    layers: [
      dense(32, 'relu', 'kernelRegularizer: tf.regularizers.l2({ l2: 0.05 })'),
      'tf.layers.dropout({ rate: 0.5 })',
      dense(1, 'sigmoid'),
    ],
    epochs: 20,
  }),
  noisy.buggy('memorises', {}, ['g6']),
  noisy.buggy('memorises beside a validation split', { fit: 'validationSplit: 0.2,' }, ['g6']),
  noisy.buggy(
    'memorises with a wide layer',
    { layers: [dense(512, 'relu'), dense(1, 'sigmoid')], epochs: 80, optimizer: 'tf.train.adam(0.01)' },
    ['g6'],
  ),
];

export const TUNE: Case[] = [...HOUSES, ...DIGITS, ...RAW, ...MOONS, ...WAVES, ...NOISY];
