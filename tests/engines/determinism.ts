import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { seedEverything } from '#graders/box/determinism.ts';
import type { EngineId } from '#lib/core/engines.ts';

const L = tf.layers;

/**
 * Bits of the weights after a training that draws from every source of chance: initial weights, shuffling, dropout in all its forms,
 * noise, a validation split, `tf.data` without a seed, `tf.multinomial` without a seed.
 */
export async function trainedBits(seed: number): Promise<string> {
  seedEverything(seed);
  const model = tf.sequential({ name: 'model' });
  model.add(L.reshape({ name: 'images', targetShape: [6, 6, 1], inputShape: [36] }));
  model.add(
    L.conv2d({ name: 'conv', filters: 4, kernelSize: 3, activation: 'relu', kernelInitializer: 'heNormal' }),
  );
  model.add(L.maxPooling2d({ name: 'pool', poolSize: 2 }));
  model.add(L.reshape({ name: 'steps', targetShape: [4, 4] }));
  model.add(L.gaussianNoise({ name: 'noise', stddev: 0.1 }));
  model.add(L.lstm({ name: 'lstm', units: 6, dropout: 0.2, recurrentDropout: 0.2 }));
  model.add(L.batchNormalization({ name: 'norm' }));
  model.add(L.dropout({ name: 'drop', rate: 0.3 }));
  model.add(L.dense({ name: 'dense', units: 3, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const x = tf.randomNormal([64, 36]);
  const labels = tf.multinomial(tf.ones([1, 3]) as tf.Tensor2D, 64).flatten();
  const y = tf.oneHot(labels as tf.Tensor1D, 3).toFloat();
  await model.fit(x, y, { epochs: 2, batchSize: 16, validationSplit: 0.25, verbose: 0 });
  const [xs, ys] = [x, y].map((each) => tf.data.array(each.arraySync() as number[][]));
  const set = tf.data.zip({ xs: xs!, ys: ys! }).shuffle(64).batch(16);
  await model.fitDataset(set, { epochs: 1, verbose: 0 });
  const hash = createHash('sha256');
  for (const weight of model.getWeights()) hash.update(new Uint8Array(weight.dataSync().slice().buffer));
  return hash.digest('hex');
}

/** The same in a fresh process. */
export async function bitsOfFreshProcess(id: EngineId, seed: number): Promise<string> {
  const args = ['--no-warnings', join(import.meta.dirname, 'print-bits.ts'), id, String(seed)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return stdout.trim().split('\n').at(-1)!;
}

/**
 * What the wasm engine gives for seed 7 on every machine: it computes nothing that depends on the processor. Another value after a
 * change of its kernels means that reports of before can no longer be repeated bit by bit: say so in the commit that changes it.
 */
export const WASM_BITS_OF_SEED_7 = {
  fast: 'c2dda9664ef4cc6a270541ef22f6108113ad37b90d013c9881990fe3d65ac3ff',
  /** With `DERIN_PLAIN=1`. */
  plain: '872c80713e938c4d5f0f6a74b10b9f708cc1062f515a44fbdc07ba474334c229',
};
