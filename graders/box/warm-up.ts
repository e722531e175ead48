import { stripTypeScriptTypes } from 'node:module';
import * as tf from '@tensorflow/tfjs';
import { runScript } from './run-script.ts';

/** One of each statement that students write: V8 compiles a function of the parser when it is first called. */
const SCRIPT = `import * as tf from '@tensorflow/tfjs';
import { version } from '@tensorflow/tfjs';
// A comment, and /* another */
const [units, { rate = 0.01, ...others }] = [8, { rate: 1e-3, momentum: .9 }];
let total = 0, text = \`\${units} units\`, isOdd = units % 2 !== 0 || !(units >= 1 && rate < 2);
class Layer extends Object { #size = 1; static make() { return new this(); } get size() { return this.#size ?? 0; } }
function square(x, ...more) { return x ** 2 + (more[0] ?? 0); }
const twice = async (x) => { const y = await x; return typeof y === 'number' ? -y * 2 : null; };
for (let i = 0; i < 3; i++) { total += square(i); if (i > 5) continue; else total--; }
for (const value of [1, 2, 3].map((v) => v / 2)) { total += value; }
for (const key in others) { delete others[key]; }
while (total > 1e6) { total >>= 1; break; }
do { total ^= 0; } while (false);
switch (units) { case 8: text += "a"; break; default: text = ''; }
try { if (/^[a-z]+$/i.test(text) && units === 0) throw new Error('x'); } catch (error) { text = error?.message; } finally { void 0; }
model = { layers: [{ name: 'a', 'units': units, total, [text]: isOdd, f() { return null; } }], version, Layer, twice };
`;
/** Beyond this a script is read hardly faster. */
const TIMES = 5;
/** 4 MiB that tfjs has then taken from the kernel before the data of a task come. */
const NUMBERS = 2 ** 20;

/**
 * Does, before a job is there, what every job does: reads scripts and trains a small model, so that a student's meets compiled code. Every
 * layer has a name, so that theirs count from 1. `require` is what scripts get.
 */
export async function warmUp(require: (name: string) => unknown): Promise<void> {
  stripTypeScriptTypes('const warm: number = 1;');
  for (let i = 0; i < TIMES; i++) await runScript(SCRIPT, { require }, ['model']);
  await trainOnce();
  tf.dispose(tf.zeros([NUMBERS]));
}

async function trainOnce(): Promise<void> {
  const [conv, flat, dense] = ['warm_conv', 'warm_flat', 'warm_dense'];
  const model = tf.sequential({ name: 'warm' });
  model.add(
    tf.layers.conv2d({ name: conv!, filters: 2, kernelSize: 3, activation: 'relu', inputShape: [6, 6, 1] }),
  );
  model.add(tf.layers.flatten({ name: flat! }));
  model.add(tf.layers.dense({ name: dense!, units: 2, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const [x, y] = [tf.ones([64, 6, 6, 1]), tf.oneHot(tf.zeros([64], 'int32'), 2)];
  await model.fit(x, y, { epochs: 2, batchSize: 8, verbose: 0 });
  tf.dispose([x, y]);
  model.dispose();
}
