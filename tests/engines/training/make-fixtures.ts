import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { mulberry32 } from '#lib/core/rng.ts';
import { defectOf } from '../defects.ts';
import { TRAININGS } from './cases.ts';

/**
 * `node tests/engines/training/make-fixtures.ts`: what the trainings give on TensorFlow's own kernels, an implementation that shares
 * nothing below tfjs-layers with the wasm engines. Needs `npm run engine:tensorflow`.
 */
await startHere('tensorflow');
const values: Record<string, number[]> = {};
for (const [name, run] of Object.entries(TRAININGS)) {
  if (defectOf('tensorflow', name)) continue;
  Math.random = mulberry32(1);
  values[name] = (await run()).map((value) => Number(value.toPrecision(7)));
}
const lines = Object.entries(values).map(
  ([name, numbers]) => `${JSON.stringify(name)}: ${JSON.stringify(numbers)}`,
);
writeFileSync(join(import.meta.dirname, 'fixtures.json'), `{\n${lines.join(',\n')}\n}\n`);
