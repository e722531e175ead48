import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Limit } from '#lib/core/reports.ts';

export type Expected = {
  outcomes: readonly SubmissionReport['outcome'][];
  limit?: Limit;
  /** The English message holds this. */
  says?: RegExp;
};
export type Attack = {
  id: string;
  source: string;
  expected: Expected;
  /** Instead of those of the suite. */
  limits?: { wallSeconds?: number; cpuSeconds?: number };
};

/** What payloads share: the real `fs`, whatever `require` offers, and frames written by hand. */
const TOOLS = `const fs = process.getBuiltinModule('node:fs');
const frame = (type, body = '') => { const bytes = Buffer.from(body), head = Buffer.alloc(8);
head.writeUInt32LE(type, 0); head.writeUInt32LE(bytes.length, 4); fs.writeSync(4, Buffer.concat([head, bytes])); };
`;
const UNTRAINED = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, activation: 'softmax', inputShape: [2] })] });
model.compile({ optimizer: tf.train.adam(0.1), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
`;
export const HONEST = `${UNTRAINED}await model.fit(xTrain, yTrain, { epochs: 40, batchSize: 16, verbose: 0 });`;

const dense = (extra = '') =>
  `{"class_name":"Dense","config":{"units":8,"activation":"softmax","use_bias":true,"name":"d","trainable":true,"batch_input_shape":[null,2],"dtype":"float32"${extra}}}`;
const topology = (layers: string, head = '') =>
  `{${head}"modelTopology":{"class_name":"Sequential","config":{"name":"s","layers":[${layers}]},"keras_version":"tfjs-layers 4.22.0","backend":"tensor_flow.js"},"weightSpecs":[{"name":"d/kernel","shape":[2,8],"dtype":"float32"},{"name":"d/bias","shape":[8],"dtype":"float32"}]}`;
/** Hands over a model written by hand instead of one that tfjs saved, and waits to be ended. */
const handOver = (json: string, weights = 'Buffer.alloc(96)') =>
  `${TOOLS}frame(20, ${JSON.stringify(json)}); frame(21, ${weights}); frame(23); await new Promise((r) => setTimeout(r, 1e6));`;

const crashed: Expected = { outcomes: ['crashed'] };
const denied: Expected = {
  outcomes: ['crashed'],
  says: /ERR_ACCESS_DENIED|permission|EACCES|ENOENT|EROFS|EPERM/i,
};
const breach: Expected = { outcomes: ['crashed'], says: /result channel/ };
const ungradable: Expected = { outcomes: ['ungradable'] };
const unearned: Expected = { outcomes: ['graded'] };
const limit = (name: Limit): Expected => ({ outcomes: ['limitExceeded'], limit: name });

const attack = (id: string, source: string, expected: Expected): Attack => ({
  id,
  source,
  expected,
  limits:
    expected.limit === 'wall' ? { wallSeconds: 3 } : expected.limit === 'memory' ? { cpuSeconds: 30 } : {},
});

/** None of them may earn more than an untrained model does. */
// prettier-ignore
export const ATTACKS: readonly Attack[] = [
  attack('infinite loop', 'for (;;);', limit('cpu')),
  attack('microtasks without end', 'for (;;) await null;', limit('cpu')),
  attack('waits for ever', 'await new Promise((r) => setTimeout(r, 1e9));', limit('wall')),
  attack('blocks the thread for ever', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);', limit('wall')),
  attack('frame of one byte a second', `${TOOLS}for (;;) { fs.writeSync(4, Buffer.from([20])); await new Promise((r) => setTimeout(r, 1000)); if (Date.now() < 0) break; }`, limit('wall')),
  attack('3 GB in pieces', 'const all = []; for (let i = 0; i < 96; i++) all.push(new Float32Array(8 << 20).fill(1));', limit('memory')),
  attack('3 GB at once', 'new Float32Array(8e8).fill(1);', { outcomes: ['crashed', 'limitExceeded'] }),
  attack('3 GB of tensors', 'const all = []; for (let i = 0; i < 96; i++) all.push(tf.ones([8 << 20]));', { outcomes: ['crashed', 'limitExceeded'] }),
  attack('heap bomb', 'const all = []; for (;;) all.push(new Array(1e5).fill({}));', limit('memory')),
  attack('stdout flood', "for (;;) console.log('x'.repeat(1000));", limit('output')),
  attack('stderr flood', `${TOOLS}for (;;) fs.writeSync(2, 'x'.repeat(1000));`, limit('output')),
  attack('fetch', "await fetch('http://127.0.0.1:$PORT/');", crashed),
  attack('raw socket', `await new Promise((_, fail) => process.getBuiltinModule('node:net').connect($PORT, '127.0.0.1').on('error', fail));`, denied),
  attack('reads /etc/passwd', `${TOOLS}throw new Error(fs.readFileSync('/etc/passwd', 'utf8'));`, denied),
  attack('reads a file of the host', `${TOOLS}throw new Error(fs.readFileSync('$FILE', 'utf8'));`, denied),
  attack('reads /proc/self/environ', `${TOOLS}throw new Error(fs.readFileSync('/proc/self/environ', 'utf8'));`, denied),
  attack('reads beside its own files', `${TOOLS}throw new Error(fs.readFileSync('/lib/../../../$FILE', 'utf8'));`, denied),
  attack('shows the environment', 'throw new Error(JSON.stringify(process.env));', { outcomes: ['crashed'], says: /UV_USE_IO_URING/ }),
  attack('overwrites the program', `${TOOLS}fs.writeFileSync('/lib/score.cjs', '');`, denied),
  attack('fills the disk', `${TOOLS}for (let i = 0; ; i++) fs.writeFileSync('/file' + i, Buffer.alloc(1 << 20));`, denied),
  attack('starts a program', "process.getBuiltinModule('node:child_process').execFileSync('/bin/node', ['-e', '0']);", denied),
  attack('becomes another program', "process.execve('/bin/node', ['node', '-e', '0'], {});", denied),
  attack('bomb of workers', "const { Worker } = process.getBuiltinModule('node:worker_threads'); for (let i = 0; i < 500; i++) new Worker('for (;;);', { eval: true });", crashed),
  attack('loads native code', "process.dlopen({ exports: {} }, '/lib/evil.node');", crashed),
  attack('kills everything', 'process.kill(-1, 9);', denied),
  attack('aborts', 'process.abort();', crashed),
  attack('prints a score', `console.log(JSON.stringify({ outcome: 'graded', fraction: 1, score: 100 }));${UNTRAINED}`, unearned),
  attack('score frame on fd 4', `${TOOLS}${UNTRAINED}frame(30, Buffer.alloc(160 * 8 * 4)); frame(31, '{}');`, breach),
  attack('claims a frame of 4 GiB', `${TOOLS}const head = Buffer.alloc(8); head.writeUInt32LE(20, 0); head.writeUInt32LE(0xffffffff, 4); fs.writeSync(4, head); for (;;) fs.writeSync(4, Buffer.alloc(65536));`, breach),
  attack('text on fd 4', `${TOOLS}fs.writeSync(4, 'score=1 score=1');${UNTRAINED}`, breach),
  attack('text on fd 4 when it exits', `${TOOLS}process.on('exit', () => fs.writeSync(4, 'score=1 score=1')); process.exit(0);`, breach),
  attack('second topology', `${TOOLS}frame(20, ${JSON.stringify(topology(dense()))}); ${UNTRAINED}`, breach),
  attack('2001 epochs', `${TOOLS}for (let i = 0; i <= 2001; i++) frame(3, JSON.stringify({ epoch: i, epochs: 9, logs: {} })); ${UNTRAINED}`, breach),
  attack('epoch that is no epoch', `${TOOLS}frame(3, '{"epoch":1,"epochs":1,"logs":{"__proto__":{"a":1}}}'); ${UNTRAINED}`, breach),
  attack('forged perfect epochs', `${TOOLS}for (let i = 1; i < 9; i++) frame(3, JSON.stringify({ epoch: i, epochs: 9, logs: { acc: 1, loss: 0 } })); ${UNTRAINED}`, unearned),
  attack('blames the grader', `${TOOLS}frame(99, '{"code":"box","message":"","line":null}'); for (;;);`, crashed),
  attack('half a frame, then the end', `${TOOLS}fs.writeSync(4, Buffer.from([20, 0, 0, 0, 9, 0, 0, 0, 1])); process.exit(0);`, crashed),
  attack('says it is done', `${TOOLS}frame(23); for (;;);`, crashed),
  attack('exits early', 'process.exit(0);', crashed),
  attack('exits as if killed for memory', 'process.exit(137);', crashed),
  attack('closes its descriptors', `${TOOLS}for (let fd = 0; fd < 64; fd++) { try { fs.closeSync(fd); } catch {} } for (;;);`, { outcomes: ['crashed', 'limitExceeded'] }),
  attack('patches predict and evaluate', `tf.LayersModel.prototype.predict = () => tf.oneHot(tf.zeros([160], 'int32'), 8); tf.LayersModel.prototype.evaluate = () => tf.scalar(1); ${UNTRAINED}`, unearned),
  attack('patches what the program uses', `Object.prototype.score = 1; Object.prototype.fraction = 1; JSON.stringify = () => '{"fraction":1}'; ${UNTRAINED}`, { outcomes: ['graded', 'crashed', 'ungradable'] }),
  attack('weights of NaN', `${UNTRAINED}model.setWeights(model.getWeights().map((w) => tf.fill(w.shape, NaN)));`, unearned),
  attack('layer of its own', `class Cheat extends tf.layers.Layer { static className = 'Cheat'; call(x) { return x; } } tf.serialization.registerClass(Cheat); const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [2] }), new Cheat({})] });`, ungradable),
  attack('__proto__ in the topology', handOver(topology(dense(), '"__proto__":{"polluted":1},')), ungradable),
  attack('constructor deep in the topology', handOver(topology(dense(',"constructor":{"prototype":{"polluted":1}}'))), ungradable),
  attack('class named __proto__', handOver(topology(dense().replace('Dense', '__proto__'))), ungradable),
  attack('class named toString', handOver(topology(dense().replace('Dense', 'toString'))), ungradable),
  attack('initializer that is an optimizer', handOver(topology(dense(',"kernel_initializer":{"class_name":"SGD","config":{}}'))), ungradable),
  attack('two thousand million units', handOver(topology(dense().replace('"units":8', '"units":2e9'))), ungradable),
  attack('JSON 200 000 deep', handOver('['.repeat(200_000) + ']'.repeat(200_000)), ungradable),
  attack('weights too short', handOver(topology(dense()), 'Buffer.alloc(40)'), ungradable),
  attack('repeats a row a million times', handOver(topology(`${dense()},{"class_name":"RepeatVector","config":{"n":10000000,"name":"r"}},{"class_name":"Flatten","config":{"name":"f"}}`)), ungradable),
  attack('output of the wrong width', "const model = tf.sequential({ layers: [tf.layers.dense({ units: 9, inputShape: [2] })] });", ungradable),
  attack('a fixed batch of seven rows', "const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, batchInputShape: [7, 2] })] });", { outcomes: ['ungradable', 'crashed'] }),
];
