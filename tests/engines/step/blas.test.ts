import { basename } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ENGINES } from '#graders/engines/engines.ts';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { loadSgemm, type Sgemm } from '#graders/engines/wasm-blas/sgemm.ts';
import { multiplyWith } from '#graders/engines/wasm-blas/start.ts';
import { heap } from '#graders/engines/wasm/heap.ts';
import { bothPaths, worstOf, type Outcomes } from './both-paths.ts';
import { CASES } from './cases.ts';
import { IMAGES } from './cases-images.ts';
import { RECURRENT } from './cases-recurrent.ts';
import { classes, trainCase, type Case } from './trained.ts';

const { dense, dropout } = CASES;
const { 'a small CNN': cnn } = IMAGES;
const { LSTM, GRU, 'words through an LSTM': words } = RECURRENT;

/**
 * Filters that are large enough to become products of patches, with and without strides and padding. With SGD, as Adam makes whole steps of
 * the rounding of gradients that are nearly 0.
 */
const wide: Case = {
  make: () =>
    tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 16, kernelSize: 3, inputShape: [9, 9, 8], ...seeded(1) }),
        tf.layers.conv2d({
          filters: 32,
          kernelSize: 3,
          strides: 2,
          padding: 'same',
          activation: 'relu',
          ...seeded(2),
        }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 5, activation: 'softmax', ...seeded(3) }),
      ],
    }),
  inputs: [[9, 9, 8]],
  targets: classes(5),
  compile: () => ({ optimizer: tf.train.momentum(0.02, 0.9) }),
};
const seeded = (seed: number) => ({ kernelInitializer: tf.initializers.glorotUniform({ seed }) });
const ALL = Object.entries({ dense, dropout, cnn, wide, LSTM, GRU, words });
/** The widest seen is 8e-7. */
const TOLERANCE = 1e-5;

const located = ENGINES['wasm-blas'].locate();
const title = 'OpenBLAS trains as the wasm kernels do, compiled and by the operations of tfjs';

describe.skipIf(!located.ok)(located.ok ? title : `${title} (${located.why})`, () => {
  const byWasm = new Map<string, Outcomes>();
  let sgemm: ReturnType<typeof vi.fn<Sgemm>>;
  beforeAll(async () => {
    await startHere('wasm');
    for (const [name, given] of ALL) byWasm.set(name, await bothPaths(11, trainCase(given!)));
    const files = located.ok ? located.parts.files : [];
    const find = (name: string) => files.find((file) => basename(file) === name)!;
    sgemm = vi.fn<Sgemm>(loadSgemm(find, heap().memory));
    multiplyWith(sgemm, heap());
  }, 120_000);

  test.each(ALL)('%s', async (name, given) => {
    sgemm.mockClear();
    const found = await bothPaths(11, trainCase(given!));
    expect(sgemm).toHaveBeenCalled();
    const expected = byWasm.get(name)!;
    for (const path of ['compiled', 'plain'] as const) {
      const [worst, where] = worstOf({ plain: expected[path], compiled: found[path] });
      expect(worst, `${path}: ${where}`).toBeLessThan(TOLERANCE);
    }
  });
});
