import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { start } from '../start.ts';

/** Run as a program of its own, `check.ts FOLDER`: starts the engine there and prints its version once it has computed something. */
const folder = process.argv[2]!;
await start((name) => join(folder, name));
const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])).dataSync();
if (String(product) !== '19,22,43,50') throw new Error(`a product of matrices came out as ${product}`);
const { binding } = tf.backend() as unknown as { binding: { TF_Version: string } };
process.stdout.write(`${binding.TF_Version}\n`);
