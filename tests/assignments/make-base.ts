import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { makeAssignment } from '#tests/factories/assignment.ts';
import { BASE_LETTERS, letters } from '../../question-bank/assignments/a14/letters.ts';
import { trainScript } from './harness.ts';

/**
 * Makes the base of assignment a14 again: `node tests/assignments/make-base.ts`. On the wasm engine the same seeds give the same bits,
 * so the files change only when the recipe does. Prints how well the base's features tell letters apart that it was not trained on.
 */
const FOLDER = join(import.meta.dirname, '../../question-bank/assignments/a14/base');
const SEED = { data: 1140, training: 77 };
const SAMPLES = 3200;

const assignment = makeAssignment({
  metric: { name: 'accuracy', classes: BASE_LETTERS.length },
  limits: {
    wallSeconds: 600,
    cpuSeconds: 600,
    memoryMib: 1024,
    outputKib: 64,
    paramsMax: 200000,
    epochsMax: 14,
  },
});
const source = readFileSync(join(FOLDER, 'train.js'), 'utf8');
const { models, failure, epochs, output } = await trainScript(
  source,
  assignment,
  letters(SEED.data, SAMPLES, BASE_LETTERS),
  SEED.training,
);
if (failure || !models[0]) throw new Error(`no base: ${JSON.stringify(failure)}`);
const { topology, weights } = models[0];
writeFileSync(join(FOLDER, 'model.json'), topology);
writeFileSync(join(FOLDER, 'weights.bin'), weights);
console.log(
  `${output}accuracy on its own training letters ${epochs.at(-1)!.logs['acc']?.toFixed(3)}; ${topology.length} + ${weights.length} bytes`,
);
