import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { traceSchema } from '#lib/core/assignments/trace.ts';
import { mulberry32 } from '#lib/core/rng.ts';
import { makeTrainJob } from '#graders/host/jobs.ts';
import { toTensor, type DataSet } from '#lib/core/assignments/data.ts';
import { tensor } from '#lib/core/assignments/function-tests.ts';
import { makeAssignment, makeMaterial } from '#tests/factories/assignment.ts';
import { score, scoreAll, train, trainScript } from './harness.ts';

/** What the programs of the boxes do with scripts as students write them, and with models as attackers write them. */
const ROWS = 60;
const draw = mulberry32(5);
const data: DataSet = {
  x: Float32Array.from({ length: ROWS * 4 }, () => 10 * draw() + 3),
  y: Float32Array.from({ length: ROWS }, (_, i) => i % 3),
  xShape: [ROWS, 4],
  yShape: [ROWS],
};
const assignment = makeAssignment({
  limits: { wallSeconds: 9, cpuSeconds: 9, memoryMib: 1, outputKib: 1, paramsMax: 999, epochsMax: 50 },
});
const run = (source: string, seed = 1, open = data) => trainScript(source, assignment, open, seed);
const scoreOf = (run: Awaited<ReturnType<typeof train>>) =>
  score(run.topology, run.weights, data.x, data.xShape);

const LAYERS =
  "tf.layers.dense({ units: 6, activation: 'relu', inputShape: [4] }), tf.layers.dense({ units: 3, activation: 'softmax' })";
const COMPILE =
  "model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });";
const GOOD = `model = tf.sequential({ layers: [${LAYERS}] });\n${COMPILE}\nawait model.fit(xTrain, yTrain, { epochs: 3 });`;
const EXTRA = '\nconst tail = 1; // no newline at the end';

const ACCEPTED: [string, string][] = [
  ['an undeclared model', GOOD],
  ['a const model', `const ${GOOD}`],
  ['a let model under use strict', `'use strict';\nlet ${GOOD}`],
  ['a var model and a trailing comment', `var ${GOOD}${EXTRA}`],
  ['an import of tfjs', `import * as tf from '@tensorflow/tfjs';\n${GOOD}`],
  [
    'a named import',
    `import { layers, sequential } from '@tensorflow/tfjs';\nsequential(); layers.dense({ units: 1 });\n${GOOD}`,
  ],
  ['a require of tfjs', `const tf = require('@tensorflow/tfjs-node');\n${GOOD}`],
  [
    'TypeScript types',
    `const model: any = tf.sequential({ layers: [${LAYERS}] });\n${COMPILE}\nawait (model as any).fit(xTrain, yTrain);`,
  ],
  [
    'a main function',
    `async function main(): Promise<void> {\n${GOOD}\n}\nlet model: unknown;\nawait main();`,
  ],
  [
    'the functional API with callbacks',
    `const input = tf.input({ shape: [4] });
     const output = tf.layers.dense({ units: 3, activation: 'softmax' }).apply(input);
     const model = tf.model({ inputs: input, outputs: output });
     model.compile({ optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy' });
     const callbacks = [tf.callbacks.earlyStopping({ monitor: 'loss', patience: 1 })];
     await model.fit(xTrain, tf.oneHot(yTrain, 3), { epochs: 4, callbacks });`,
  ],
  [
    'tf.data with a shuffle and plain callbacks',
    `const xs = tf.data.array(xTrain.arraySync()), ys = tf.data.array(tf.oneHot(yTrain, 3).arraySync());
     const rows = tf.data.zip({ xs, ys }).shuffle(60).batch(16);
     const model = tf.sequential({ layers: [${LAYERS}] });
     model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
     await model.fitDataset(rows, { epochs: 2, callbacks: { onEpochEnd: (epoch, logs) => console.log(epoch, logs.loss) } });`,
  ],
  [
    'an own training loop',
    `const model = tf.sequential({ layers: [${LAYERS}] });
     const optimizer = tf.train.adam(0.01);
     const labels = tf.oneHot(yTrain, 3).toFloat();
     for (let i = 0; i < 3; i++) optimizer.minimize(() => tf.losses.softmaxCrossEntropy(labels, model.predict(xTrain)));`,
  ],
];

test.each(ACCEPTED)('%s is graded', async (_, source) => {
  const trained = await run(source);
  expect(trained.failure).toBeNull();
  const scored = await scoreOf(trained);
  expect(scored.failure).toBeNull();
  expect(scored.predictions).toHaveLength(ROWS * 3);
});

const REFUSED: [string, string, { code: string; line: number | null }][] = [
  ['a syntax error', 'const a = 1;\nmodel = tf.sequential(;\n', { code: 'syntax', line: 2 }],
  ['a missing bracket', 'const a = [1, 2;\nmodel = a;', { code: 'syntax', line: 1 }],
  [
    'a syntax error in TypeScript',
    'const a: number = 1;\nconst b: number = ;\n',
    { code: 'syntax', line: 2 },
  ],
  ['an enum', 'const a = 1;\nenum Kind { A }\n', { code: 'unsupportedSyntax', line: 2 }],
  ['an export', 'const a = 1;\nexport const model = a;', { code: 'syntax', line: 2 }],
  ['a thrown error', 'const a = 1;\n\nthrow new Error("no");', { code: 'threw', line: 3 }],
  ['an unknown name', 'const a = 1;\nmodel = b;', { code: 'threw', line: 2 }],
  ['an error inside tfjs', 'const a = 1;\nconst b = tf.matMul(xTrain, xTrain);', { code: 'threw', line: 2 }],
  ['an error after an await', 'await 1;\nawait tf.nextFrame();\nnull.x;', { code: 'threw', line: 3 }],
  [
    'an error in a timer',
    'setTimeout(() => {\n  null.x;\n}, 5);\nawait new Promise((done) => setTimeout(done, 500));',
    { code: 'threw', line: 2 },
  ],
  ['an await that never ends', 'await new Promise(() => {});', { code: 'neverFinished', line: null }],
  ['another module', "const fs = require('fs');", { code: 'threw', line: 1 }],
  ['no model', 'const net = 1;', { code: 'noModel', line: null }],
  ['an empty file', '', { code: 'noModel', line: null }],
  [
    'a promise of a model',
    'const build = async () => tf.sequential();\nmodel = build();',
    { code: 'modelIsPromise', line: null },
  ],
  ['something else in model', 'model = { predict: () => 1 };', { code: 'notAModel', line: null }],
  ['a model without input shape', 'model = tf.sequential();', { code: 'notBuilt', line: null }],
  ['too many epochs', GOOD.replace('epochs: 3', 'epochs: 51'), { code: 'tooManyEpochs', line: 3 }],
  [
    'data that does not fit',
    GOOD.replace('inputShape: [4]', 'inputShape: [5]'),
    { code: 'wrongInputShape', line: 3 },
  ],
  [
    'integer labels with categoricalCrossentropy',
    GOOD.replace('sparseCategoricalCrossentropy', 'categoricalCrossentropy'),
    { code: 'wrongTargetShape', line: 3 },
  ],
  ...(
    [
      ['an options object as a learning rate', 'tf.train.adam({ learningRate: 0.01 });'],
      ['a learning rate of text', "tf.train.rmsprop('0.01');"],
      ['a negative learning rate', 'tf.train.sgd(-0.1);'],
      ['no learning rate where there is no default', 'tf.train.sgd();'],
      ['a dropout rate in percent', 'tf.sequential().add(tf.layers.dropout({ rate: 50, inputShape: [4] }));'],
      ['a bare dropout rate', 'tf.layers.dropout(0.5).apply(tf.input({ shape: [4] }));'],
    ] as const
  ).map(([name, call]): [string, string, { code: string; line: number | null }] => [
    name,
    `const a = 1;\n${call}`,
    { code: 'wrongRate', line: 2 },
  ]),
  [
    'an own layer class',
    `class Twice extends tf.layers.Layer { call(x) { return tf.mul(x[0], 2); } static className = 'Twice'; }
     model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] }), new Twice({})] });`,
    { code: 'unsupportedLayer', line: null },
  ],
];

test.each(REFUSED)('%s is refused with its code and line', async (_, source, expected) => {
  const { failure, ok } = await run(source);
  expect(failure).toMatchObject(expected);
  expect(ok).toBe(false);
});

const digest = (weights: Buffer) => createHash('sha256').update(weights).digest('hex');

test('one seed gives one model to the last bit, another seed another', async () => {
  const source = `model = tf.sequential({ layers: [
    tf.layers.reshape({ targetShape: [2, 2, 1], inputShape: [4] }),
    tf.layers.conv2d({ filters: 3, kernelSize: 2, padding: 'same', activation: 'relu' }), tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.flatten(), tf.layers.dropout({ rate: 0.2 }), tf.layers.dense({ units: 3, activation: 'softmax' })] });
    ${COMPILE} await model.fit(xTrain, yTrain, { epochs: 2, batchSize: 8 }); console.log(Math.random());`;
  const [first, again, other] = [await run(source, 7), await run(source, 7), await run(source, 8)];
  expect(digest(first!.weights)).toBe(digest(again!.weights));
  expect(first!.output).toBe(again!.output);
  expect(digest(first!.weights)).not.toBe(digest(other!.weights));
});

test('a shuffle of tf.data without a seed follows the seed too', async () => {
  const source = `console.log(await tf.data.array([...Array(40).keys()]).shuffle(40).toArray()); ${GOOD}`;
  const outputs = [await run(source, 7), await run(source, 7), await run(source, 8)].map(
    ({ output }) => output,
  );
  expect(outputs[0]).toBe(outputs[1]);
  expect(outputs[0]).not.toBe(outputs[2]);
});

test('epochs count on over several fits, and logs are finite numbers or null', async () => {
  const twice = `${GOOD}\nmodel.compile({ optimizer: tf.train.sgd(1e30), loss: 'meanSquaredError' });
    await model.fit(xTrain, tf.oneHot(yTrain, 3).mul(1e30), { epochs: 2 });`;
  const { epochs, record } = await run(twice);
  expect(epochs.map(({ epoch, epochs: planned }) => [epoch, planned])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 5],
    [5, 5],
  ]);
  expect(epochs[0]!.logs).toEqual({ loss: expect.any(Number), acc: expect.any(Number) });
  expect(epochs[4]!.logs['loss']).toBeNull();
  expect(record).toMatchObject({
    loss: 'meanSquaredError',
    optimizer: 'SGD',
    epochs: 5,
    batchSize: null,
    callbacks: [],
    weighted: false,
    rows: ROWS,
    validationSplit: 0,
    labelShape: [3],
    pendingFit: false,
    frozenEpochs: 0,
    options: {},
  });
});

test('what fit was given is recorded by name, whatever the bundle calls it', async () => {
  const given = `validationSplit: 0.25, batchSize: 8, classWeight: { 0: 1, 1: 2, 2: 1 }, callbacks: [tf.callbacks.earlyStopping({ patience: 9 }), new Quiet()]`;
  const source = `class Quiet extends tf.Callback {}\n${GOOD.replace('epochs: 3', `epochs: 3, ${given}`)}`;
  const { record, epochs } = await run(source);
  expect(record).toMatchObject({
    callbacks: ['EarlyStopping', 'Quiet'],
    weighted: true,
    validationSplit: 0.25,
    batchSize: 8,
    labelShape: [],
  });
  expect(epochs[2]!.logs).toHaveProperty('val_loss');
});

test('what kept a training off the compiled path is recorded, and nothing of the warm-up before it', async () => {
  expect((await run(GOOD)).record?.plainBecause).toEqual([]);
  const odd = GOOD.replace(
    '}), tf.layers.dense({ units: 3',
    '}), tf.layers.reLU({ maxValue: 3 }), tf.layers.dense({ units: 3',
  );
  const { record, failure } = await run(odd);
  expect(failure).toBeNull();
  expect(record?.plainBecause).toEqual(['ReLU with maxValue 3']);
});

test('a column of whole labels with categoricalCrossentropy is a target that does not fit', async () => {
  const column = { ...data, yShape: [ROWS, 1] };
  const source = GOOD.replace('sparseCategoricalCrossentropy', 'categoricalCrossentropy').replace(
    'units: 3',
    'units: 1',
  );
  const { failure, record } = await run(source, 1, column);
  expect(failure).toMatchObject({ code: 'wrongTargetShape', line: 3 });
  expect(record).toMatchObject({ loss: 'categoricalCrossentropy', labelShape: [1] });
});

test('a failed script still tells what it had compiled', async () => {
  const { record, failure } = await run(
    GOOD.replace('sparseCategoricalCrossentropy', 'categoricalCrossentropy'),
  );
  expect(failure?.code).toBe('wrongTargetShape');
  expect(record).toMatchObject({ loss: 'categoricalCrossentropy', labelShape: [] });
});

const BEST = `let best = Infinity, kept = null;
  const callbacks = [tf.callbacks.earlyStopping({ monitor: 'val_loss', patience: 3, restoreBestWeights: true }),
    new tf.CustomCallback({ onEpochEnd: (_, { val_loss }) => { if (val_loss < best) { best = val_loss; kept = model.getWeights()[0].arraySync(); } } })];`;

test('rates that are rates pass: a default, a whole number, a dropout of nothing', async () => {
  const source = `tf.train.adam(); tf.train.adamax(10); tf.train.momentum(0.1, 0.9); tf.layers.dropout({ rate: 0 }).apply(xTrain);\n${GOOD}`;
  expect((await run(source)).failure).toBeNull();
});

test('early stopping puts back the best weights, also when it never stopped', async () => {
  const fit = (epochs: number) =>
    `${BEST}\n${GOOD.replace("'adam'", 'tf.train.adam(0.5)').replace('epochs: 3', `epochs: ${epochs}, validationSplit: 0.3, callbacks`)}
    console.log(JSON.stringify([model.getWeights()[0].arraySync(), kept]));`;
  for (const [epochs, stops] of [
    [50, true],
    [4, false],
  ] as const) {
    const { output, epochs: seen, failure } = await run(fit(epochs));
    expect(failure).toBeNull();
    expect(seen.length < epochs).toBe(stops);
    const [left, best] = JSON.parse(output) as [number[][], number[][]];
    expect(left).toEqual(best);
  }
});

const words: DataSet = {
  x: Float32Array.from({ length: ROWS * 4 }, (_, i) => i % 10),
  y: data.y,
  xShape: [ROWS, 4],
  yShape: [ROWS],
  xIsWhole: true,
  names: { vocabSize: 10 },
};
const embedding = (inputDim: string) => `model = tf.sequential({ layers: [
  tf.layers.embedding({ inputDim: ${inputDim}, outputDim: 2, inputLength: 4, name: 'words' }), tf.layers.flatten(),
  tf.layers.dense({ units: 3, activation: 'softmax' })] });\n${COMPILE}
  await model.fit(xTrain, yTrain, { epochs: 1 });`;

test('whole inputs arrive as int32, with the names their assignment gives', async () => {
  const source = `console.log(xTrain.dtype, vocabSize, tf.oneHot(xTrain, vocabSize).shape.join());\n${embedding('vocabSize')}`;
  const { ok, output } = await run(source, 1, words);
  expect([ok, output.trim()]).toEqual([true, `int32 10 ${ROWS},4,10`]);
});

test('an id outside the table of an embedding is an error at the line of fit, and one in the score box', async () => {
  const { failure } = await run(embedding('9'), 1, words);
  expect(failure).toEqual({
    code: 'idOutOfRange',
    message: 'words has inputDim 9, the data hold 9',
    line: 5,
  });
  const trained = await run(embedding('vocabSize'), 1, words);
  const scored = await score(
    trained.topology,
    trained.weights,
    words.x.map((id) => id + 1),
    words.xShape,
  );
  expect(scored.failure?.code).toBe('idOutOfRange');
});

test('facts tell of wrapped layers, windows, rates, penalties and time steps', async () => {
  const source = `const penalty = tf.regularizers.l2({ l2: 0.1 });
    const shared = tf.layers.dense({ units: 3, activation: 'softmax' });
    const input = tf.input({ shape: [4] });
    const steps = tf.layers.reshape({ targetShape: [4, 1] }).apply(input);
    const conv = tf.layers.conv1d({ filters: 2, kernelSize: 3, kernelRegularizer: penalty }).apply(steps);
    const both = tf.layers.bidirectional({ layer: tf.layers.gru({ units: 2 }) }).apply(conv);
    const one = shared.apply(tf.layers.dropout({ rate: 0.4 }).apply(both));
    model = tf.model({ inputs: input, outputs: tf.layers.add().apply([one, shared.apply(both)]) });`;
  const { facts } = await scoreOf(await run(source));
  const of = (name: string) => facts!.layers.find(({ className }) => className === name);
  expect(of('Conv1D')).toMatchObject({ kernelSize: [3], regularized: true, inputShape: [null, 4, 1] });
  expect(of('Bidirectional')).toMatchObject({ inner: ['GRU'], units: 2, inputShape: [null, 2, 2] });
  expect(of('Dropout')).toMatchObject({ rate: 0.4, regularized: false });
  expect(of('Dense')).toMatchObject({ inputShape: [null, 4], outputShape: [null, 3] });
});

test('the statistics of a training travel with its record, and where they cannot be taken the model is graded without', async () => {
  const { record } = await run(GOOD);
  const trace = traceSchema.parse(record!.trace);
  expect(trace.fit!.x).toEqual(trace.given.x);
  expect(trace.given.y).toMatchObject({
    shape: [ROWS],
    min: 0,
    max: 2,
    isWhole: true,
    distinct: 3,
    commonest: 1 / 3,
  });
  expect(trace.end!.layers.map(({ className, activation }) => [className, activation])).toEqual([
    ['Dense', 'relu'],
    ['Dense', 'softmax'],
  ]);
  expect(trace.end!.loss).toBeLessThan(trace.start!.loss!);
  const broken = await run(`xTrain.dataSync = () => { throw new Error('no'); };\n${GOOD}`);
  expect([broken.failure, broken.record!.trace!.fit]).toEqual([null, null]);
});

const GRAPHS: [string, string, object][] = [
  [
    'two heads on shared layers',
    `const input = tf.input({ shape: [4] });
     const shared = tf.layers.dense({ units: 6 }).apply(tf.layers.dense({ units: 5 }).apply(input));
     const left = tf.layers.activation({ activation: 'softmax' }).apply(tf.layers.dense({ units: 3 }).apply(shared));
     const right = tf.layers.dense({ units: 2, activation: 'sigmoid' }).apply(shared);
     model = tf.model({ inputs: input, outputs: [left, right] });`,
    {
      outputs: [
        { className: 'Activation', activation: 'softmax', units: 3 },
        { className: 'Dense', activation: 'sigmoid', units: 2 },
      ],
      sharedLayers: 2,
      bottleneck: 5,
    },
  ],
  [
    'two heads that share nothing',
    `const input = tf.input({ shape: [4] });
     const outputs = [3, 2].map((units) => tf.layers.dense({ units }).apply(input));
     model = tf.model({ inputs: input, outputs });`,
    { sharedLayers: 0, bottleneck: null },
  ],
  [
    'a way around the narrow layer',
    `const input = tf.input({ shape: [4] });
     const narrow = tf.layers.dense({ units: 2 }).apply(input);
     model = tf.model({ inputs: input, outputs: tf.layers.concatenate().apply([narrow, input]) });`,
    { bottleneck: 6 },
  ],
  [
    'narrow branches side by side',
    `const input = tf.input({ shape: [4] });
     const branches = [2, 1].map((units) => tf.layers.dense({ units }).apply(input));
     model = tf.model({ inputs: input, outputs: tf.layers.dense({ units: 9 }).apply(tf.layers.concatenate().apply(branches)) });`,
    { bottleneck: 3 },
  ],
  [
    'a nested encoder and decoder',
    `const coder = (from, to) => tf.sequential({ layers: [tf.layers.dense({ units: 7, inputShape: [from] }), tf.layers.dense({ units: to })] });
     model = tf.sequential({ layers: [coder(4, 2), coder(2, 4)] });`,
    { bottleneck: 2, outputs: [{ className: 'Dense', activation: 'linear', units: 4 }] },
  ],
  [
    'the narrow layer inside one nested model',
    `const inner = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] }), tf.layers.dense({ units: 9 })] });
     const input = tf.input({ shape: [4] });
     model = tf.model({ inputs: input, outputs: inner.apply(input) });`,
    { bottleneck: 3, outputs: [{ className: 'Dense', activation: 'linear', units: 9 }] },
  ],
];

test.each(GRAPHS)('facts tell of the graph: %s', async (_, source, expected) => {
  const { models, failure } = await run(source);
  expect(failure).toBeNull();
  const { allFacts } = await scoreAll({ models: ['model'], inputs: [], passes: [] }, models, {});
  expect(allFacts[0]).toMatchObject(expected);
});

describe('a script that leaves several things', () => {
  const several = makeAssignment({
    ...assignment,
    leaves: { models: ['encoder', 'decoder'], functions: ['twice', 'fails'] },
  });
  const material = {
    ...makeMaterial(
      several,
      {
        xTrain: toTensor(
          [
            [1, 2],
            [3, 4],
          ],
          [2],
        ),
      },
      { x: toTensor([[1, 2]], [2]) },
    ),
    tests: [
      { id: 'sum', calls: [{ name: 'twice', args: [tensor([1, 2])] }], holds: () => true },
      {
        id: 'rest',
        calls: [{ name: 'fails', args: [{ kind: 'value' as const, value: 1 }] }],
        holds: () => true,
      },
    ],
  };
  const leave = (source: string) => {
    const job = makeTrainJob({ source, assignment: several }, 1, material);
    return train({ ...job, tensors: material.open });
  };
  const MODELS = `const ones = { kernelInitializer: 'ones' };
    const encoder = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], ...ones })] });
    let decoder = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [1], ...ones })] });`;
  const FUNCTIONS = `const twice = (x) => ({ x: x.mul(2), infinite: 1 / 0, list: new Map([['a', NaN]]) });
    async function fails(x) {
      null.x;
    }`;

  test('hands over its models in order, and what its functions gave', async () => {
    const { models, results, failure } = await leave(`${MODELS}\n${FUNCTIONS}`);
    expect(failure).toBeNull();
    expect(results).toEqual([
      { ok: true, value: { x: [2, 4], infinite: 'Infinity', list: { a: 'NaN' } } },
      { ok: false, message: expect.stringContaining('TypeError'), line: 6 },
    ]);
    const through = ['encoder', 'decoder'].map((model) => ({ model, output: 0 }));
    const scored = await scoreAll(
      {
        models: ['encoder', 'decoder'],
        inputs: [{ name: 'x', shape: [1, 2], dtype: 'float32' }],
        passes: [
          { input: 'x', through },
          { input: 'x', through: through.slice(0, 1) },
        ],
      },
      models,
      material.hidden,
    );
    expect(scored.failure).toBeNull();
    // 1 + 2 through ones, then copied three times.
    expect(scored.allPredictions).toEqual([Float32Array.of(3, 3, 3), Float32Array.of(3)]);
    expect(scored.allFacts.map(({ params }) => params)).toEqual([3, 6]);
  });

  test.each([
    ['a missing model', MODELS.replace('let decoder', 'let other'), 'noModel', 'decoder'],
    ['a missing function', MODELS, 'noFunction', 'twice'],
  ])('%s is named', async (_, source, code, message) => {
    expect((await leave(source)).failure).toMatchObject({ code, message });
  });
});

const VAE = `const input = tf.input({ shape: [4] });
  const encoder = tf.model({ inputs: input, outputs: [0, 1].map(() => tf.layers.dense({ units: 2 }).apply(input)) });
  const decoder = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [2] })] });
  model = decoder;`;
const LOSS = '(x, xRec, mu) => x.sub(xRec).square().mean().add(mu.square().mean())';

test('a training loop reports its epochs and options, and a seed decides it to the last bit', async () => {
  const source = `${VAE} await trainVae(encoder, decoder, ${LOSS}, xTrain, { epochs: 3, batchSize: 20 });`;
  const [first, again, other] = [await run(source, 7), await run(source, 7), await run(source, 8)];
  expect([first!.failure, first!.epochs.map(({ epoch }) => epoch)]).toEqual([null, [1, 2, 3]]);
  expect(first!.epochs[2]!.logs).toEqual({ loss: expect.any(Number) });
  expect(first!.record!.options).toEqual({ epochs: 3, batchSize: 20, lr: 0.003 });
  expect(digest(first!.weights)).toBe(digest(again!.weights));
  expect(digest(first!.weights)).not.toBe(digest(other!.weights));
});

test.each([
  ['a misspelt option', `trainVae(encoder, decoder, ${LOSS}, xTrain, { epoch: 3 })`, 'has no option epoch'],
  ['no model', `trainVae(null, decoder, ${LOSS}, xTrain)`, 'encoder must be a model'],
  [
    'one output too few',
    `trainVae(decoder, decoder, ${LOSS}, xTrain.slice([0, 0], [-1, 2]))`,
    'must have 2 output(s)',
  ],
  ['a loss per row', 'trainVae(encoder, decoder, (x, xRec) => x.sub(xRec), xTrain)', 'must return a scalar'],
  ['too many epochs', `trainVae(encoder, decoder, ${LOSS}, xTrain, { epochs: 51 })`, 'more than 50 epochs'],
  ['a base where there is none', 'loadBase()', 'gives no base model'],
])('%s stops a provided function at the line of its call', async (_, call, message) => {
  const { failure } = await run(`${VAE}\nawait ${call};`);
  expect(failure).toMatchObject({ message: expect.stringContaining(message), line: 5 });
});

test('a forgotten await is recorded and the model scored as it stands', async () => {
  const { record, ok, failure } = await run(GOOD.replace('await model.fit', 'model.fit'));
  expect([ok, failure, record?.pendingFit]).toEqual([true, null, true]);
});

test('a loss function of tfjs keeps its name through the bundle', async () => {
  const { record } = await run(
    GOOD.replace("'sparseCategoricalCrossentropy'", 'tf.losses.softmaxCrossEntropy').replace(
      'yTrain,',
      'tf.oneHot(yTrain, 3),',
    ),
  );
  expect(record?.loss).toBe('softmaxCrossEntropy');
});

test('a rebuilt normalization layer computes what it computed in training', async () => {
  const source = `const mean = xTrain.mean(0), std = xTrain.sub(mean).square().mean(0).sqrt();
    model = tf.sequential({ layers: [normalization(mean, std, { inputShape: [4] }), tf.layers.dense({ units: 2, kernelInitializer: 'ones' })] });
    console.log(JSON.stringify([...model.predict(xTrain).dataSync()]));`;
  const trained = await run(source);
  const inside = JSON.parse(trained.output) as number[];
  const { predictions, facts } = await scoreOf(trained);
  expect([...predictions]).toEqual(inside);
  // The scaled columns have mean 0, and so has their sum.
  expect(inside.reduce((a, b) => a + b, 0) / inside.length).toBeCloseTo(0, 4);
  expect(facts!.layers.map(({ className, trainable }) => [className, trainable])).toEqual([
    ['Normalization', false],
    ['Dense', true],
  ]);
});

test('patching what the box writes with does not change what it writes', async () => {
  const source = `JSON.stringify = () => '{"epoch":1}'; Buffer.from = () => Buffer.alloc(4); tf.LayersModel.prototype.predict = () => 1; require = 0;\n${GOOD}`;
  const [patched, plain] = [await run(source), await run(GOOD)];
  expect(digest(patched!.weights)).toBe(digest(plain!.weights));
  expect(patched!.epochs).toEqual(plain!.epochs);
});

type Layer = { class_name: unknown; config: Record<string, unknown> };
type Model = {
  modelTopology: { class_name: unknown; config: { layers: Layer[] } };
  weightSpecs: { shape: unknown; dtype: string }[];
};

const HOSTILE: [string, (model: Model) => void, string][] = [
  [
    'an unknown class',
    (m) => void (m.modelTopology.config.layers[0]!.class_name = 'Lambda'),
    'unsupportedLayer',
  ],
  [
    'the class constructor',
    (m) => void (m.modelTopology.config.layers[0]!.class_name = 'constructor'),
    'unsupportedLayer',
  ],
  [
    'a class that is no text',
    (m) => void (m.modelTopology.config.layers[0]!.class_name = { a: 1 }),
    'invalidArtifact',
  ],
  [
    'two billion units',
    (m) => void (m.modelTopology.config.layers[1]!.config['units'] = 2e9),
    'invalidArtifact',
  ],
  [
    'more units than weights',
    (m) => void (m.modelTopology.config.layers[1]!.config['units'] = 4),
    'invalidArtifact',
  ],
  ['a shape the bytes do not fill', (m) => void (m.weightSpecs[0]!.shape = [4, 7]), 'invalidArtifact'],
  ['a negative shape', (m) => void (m.weightSpecs[0]!.shape = [-4, -6]), 'invalidArtifact'],
  ['weights of text', (m) => void (m.weightSpecs[0]!.dtype = 'string'), 'invalidArtifact'],
  ['a missing weight', (m) => void m.weightSpecs.pop(), 'invalidArtifact'],
  [
    'a name of a megabyte',
    (m) => void (m.modelTopology.config.layers[0]!.config['name'] = 'x'.repeat(1e6)),
    'invalidArtifact',
  ],
  [
    '20,000 layers',
    (m) =>
      void m.modelTopology.config.layers.push(
        ...Array<Layer>(20_000).fill({ class_name: 'ReLU', config: {} }),
      ),
    'invalidArtifact',
  ],
  [
    'an activation from the prototype',
    (m) => void (m.modelTopology.config.layers[1]!.config['activation'] = 'constructor'),
    'invalidArtifact',
  ],
  [
    'a fixed batch size',
    (m) => void (m.modelTopology.config.layers[0]!.config['batch_input_shape'] = [7, 4]),
    'wrongInputShape',
  ],
];

test('a score box refuses hostile models with a code', async () => {
  const good = await run(GOOD);
  for (const [name, change, code] of HOSTILE) {
    const model = JSON.parse(String(good.topology)) as Model;
    change(model);
    const { failure } = await score(Buffer.from(JSON.stringify(model)), good.weights, data.x, data.xShape);
    expect([name, failure?.code]).toEqual([name, code]);
  }
  const polluted = String(good.topology).replace('"config":{', '"config":{"__proto__":{"polluted":1},');
  expect((await score(Buffer.from(polluted), good.weights, data.x, data.xShape)).failure?.code).toBe(
    'invalidArtifact',
  );
  expect(
    (await score(Buffer.from('['.repeat(200_000)), good.weights, data.x, data.xShape)).failure?.code,
  ).toBe('invalidArtifact');
}, 60_000);

test('NaN weights give NaN predictions, not an error: the student sees why', async () => {
  const good = await run(GOOD);
  const weights = Buffer.from(new Uint8Array(new Float32Array(good.weights.length / 4).fill(NaN).buffer));
  const { predictions, failure } = await score(good.topology, weights, data.x, data.xShape);
  expect([failure, predictions.length, predictions.every(Number.isNaN)]).toEqual([null, ROWS * 3, true]);
});
