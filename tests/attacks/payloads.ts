/** What submissions that attack share: the real `fs`, whatever `require` offers, and frames written by hand. */
export const TOOLS = `const fs = process.getBuiltinModule('node:fs');
const frame = (type, body = '') => { const bytes = Buffer.from(body), head = Buffer.alloc(8);
head.writeUInt32LE(type, 0); head.writeUInt32LE(bytes.length, 4); fs.writeSync(4, Buffer.concat([head, bytes])); };
`;

/** Right about once in eight. */
export const UNTRAINED = `const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, activation: 'softmax', inputShape: [2] })] });
model.compile({ optimizer: tf.train.adam(0.1), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
`;

export const HONEST = `${UNTRAINED}await model.fit(xTrain, yTrain, { epochs: 40, batchSize: 16, verbose: 0 });`;

/** Hands over a model written by hand instead of one that tfjs saved, and waits to be ended. */
export const handOver = (topology: string, weights = 'Buffer.alloc(96)'): string =>
  `${TOOLS}frame(20, ${JSON.stringify(topology)}); frame(21, ${weights}); frame(23); await new Promise((r) => setTimeout(r, 1e6));`;
