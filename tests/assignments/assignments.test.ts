import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gradeFile, loadAssignment, type Graded } from './grade.ts';

/**
 * The content of every assignment, run through the boxes' programs: the reference earns at least 90, each wrong submission less than
 * 60 and the feedback the question bank promises, and what is neither earns what it should. One seed and what trains within seconds;
 * with DERIN_ALL_SEEDS=1 everything, on every seed (the figures are then printed).
 */
const ROOT = join(import.meta.dirname, '../../question-bank/assignments');
const ALL_SEEDS = process.env['DERIN_ALL_SEEDS'] === '1';
const IDS = [
  'a01',
  'a02',
  'a03',
  'a04',
  'a05',
  'a06',
  'a07',
  'a08',
  'a09',
  'a10',
  'a11',
  'a12',
  'a13',
  'a14',
  'a15',
  'a16',
  'a17',
] as const;

type Id = (typeof IDS)[number];
/** The hidden seed the bands were calibrated with. */
const hiddenSeed = (id: Id): number => 900 + Number(id.slice(1));

const WRONG: [Id, string, string[]][] = [
  ['a01', 'raw-inputs', ['g1']],
  ['a01', 'slow-adam', ['slow-rate', 'g7']],
  ['a01', 'sigmoid-output', ['bounded-output']],
  ['a02', 'no-hidden-layer', ['linear-boundary']],
  ['a02', 'linear-hidden-layers', ['g4']],
  ['a02', 'softmax-one-unit', ['g2']],
  ['a02', 'five-epochs-sgd', ['g7']],
  ['a02', 'categorical-one-unit', ['two-class-loss', 'g3']],
  ['a03', 'no-hidden-layer', []],
  ['a03', 'sigmoid-sgd', ['vanishing-gradient']],
  ['a03', 'relu-output', ['no-probability']],
  ['a03', 'three-epochs', ['g7']],
  ['a04', 'mlp', ['every-position']],
  ['a04', 'no-channel-axis', ['channel-axis']],
  ['a04', 'four-filters', ['g5']],
  ['a05', 'mlp', ['phase-shift']],
  ['a05', 'four-filters', ['g5']],
  ['a06', 'sigmoid-output', ['bounded-output']],
  ['a06', 'two-epochs', ['g7']],
  ['a06', 'return-sequences', ['whole-sequence']],
  ['a06', 'swapped-axes', ['swapped-axes']],
  ['a06', 'dense-on-lags', ['no-recurrent-layer']],
  ['a07', 'average', ['order-lost']],
  ['a07', 'average-hidden-layer', ['order-lost']],
  ['a07', 'dense-on-ids', ['ids-are-labels']],
  ['a07', 'table-too-small', []],
  ['a08', 'memorises', ['no-cure', 'g6']],
  ['a08', 'dropout-alone', ['still-memorises']],
  ['a08', 'dropout-too-high', ['too-much-dropout']],
  ['a08', 'narrow', []],
  ['a09', 'untreated', ['accuracy-misleads']],
  ['a09', 'always-positive', ['cries-wolf']],
  ['a10', 'global-pooling', ['pooling-discards-position']],
  ['a10', 'softmax-position', ['position-is-no-distribution']],
  ['a10', 'loss-weights', ['weights-ignored']],
  ['a10', 'two-networks', ['nothing-shared']],
  ['a11', 'two-units', ['too-narrow']],
  ['a11', 'linear', ['equals-pca', 'g4']],
  ['a11', 'softmax-output', ['pixels-are-no-distribution']],
  ['a11', 'five-epochs', ['g7']],
  ['a11', 'no-bottleneck', ['no-bottleneck']],
  ['a12', 'beta-0', ['kl-missing']],
  ['a12', 'beta-1', ['posterior-collapse']],
  ['a12', 'beta-20', ['posterior-collapse']],
  ['a12', 'log-deviation', ['kl-wrong']],
  ['a13', 'few-steps', ['few-steps']],
  ['a13', 'strong-discriminator', ['strong-discriminator', 'mode-collapse']],
  ['a13', 'swapped-labels', ['discriminator-loss']],
  ['a13', 'single-gaussian', ['between-clusters']],
  ['a13', 'one-mode', ['mode-collapse']],
  ['a14', 'from-scratch', ['too-few-for-scratch']],
  ['a14', 'random-base', ['base-not-loaded']],
  ['a14', 'all-at-once', ['head-first']],
  ['a15', 'usual-mistakes', ['leaky-side', 'elu-slope', 'softmax-overflow']],
  ['a15', 'activations-only', []],
  ['a16', 'sign', ['sign']],
  ['a16', 'no-factor', ['no-factor']],
  ['a16', 'sum', ['sum']],
  ['a16', 'drop-last', ['drop-last']],
  ['a16', 'weight-first', ['weight-first']],
  ['a17', 'usual-mistakes', ['tf-idf-log10', 'smote-copies']],
  ['a17', 'unshuffled', ['one-hot-flat', 'tf-idf-counts']],
];

/** Right by another way, or half right: what it earns, and what is said about it. */
const OTHER: [Id, string, [number, number], string[]][] = [
  ['a02', 'two-softmax-units', [90, 100], []],
  ['a02', 'logits', [90, 100], []],
  ['a05', 'flatten', [60, 100], []],
  ['a05', 'batch-normalization', [0, 100], ['moving-averages']],
  ['a06', 'lstm', [90, 100], []],
  ['a07', 'lstm', [90, 100], []],
  ['a07', 'simple-rnn', [60, 100], []],
  ['a07', 'conv1d', [60, 100], []],
  ['a08', 'early-stopping', [90, 100], []],
  ['a08', 'dropout-early-stopping', [90, 100], []],
  ['a08', 'l2-alone', [40, 80], ['combine']],
  ['a09', 'oversampling', [90, 100], []],
  ['a09', 'undersampling', [90, 100], ['rows-thrown-away']],
  ['a09', 'smote-before-split', [90, 100], ['split-first']],
  ['a10', 'weighted-loss', [90, 100], []],
  ['a11', 'two-models', [90, 100], []],
  ['a11', 'relu-output', [40, 100], ['dead-pixels']],
  ['a12', 'cross-entropy', [60, 100], []],
  ['a13', 'high-beta1', [0, 95], []],
  ['a14', 'cut-at-flatten', [90, 100], []],
  ['a14', 'fine-tuned', [90, 100], []],
  ['a14', 'nested', [90, 100], []],
];

/** What trains for more than about two seconds on an idle machine, beside most references. */
const SLOW = new Set([
  'a02 other/logits.js',
  'a02 other/two-softmax-units.js',
  'a02 wrong/linear-hidden-layers.js',
  'a02 wrong/softmax-one-unit.js',
  'a03 wrong/no-hidden-layer.js',
  'a03 wrong/sigmoid-sgd.js',
  'a04 starter.js',
  'a04 wrong/four-filters.js',
  'a04 wrong/mlp.js',
  'a05 other/batch-normalization.js',
  'a05 other/flatten.js',
  'a05 starter.js',
  'a05 wrong/mlp.js',
  'a06 other/lstm.js',
  'a06 wrong/sigmoid-output.js',
  'a06 wrong/swapped-axes.js',
  'a06 wrong/two-epochs.js',
  'a07 other/lstm.js',
  'a07 other/simple-rnn.js',
  'a08 other/dropout-early-stopping.js',
  'a08 other/early-stopping.js',
  'a08 other/l2-alone.js',
  'a08 starter.js',
  'a08 wrong/dropout-alone.js',
  'a08 wrong/dropout-too-high.js',
  'a08 wrong/memorises.js',
  'a09 other/oversampling.js',
  'a09 other/smote-before-split.js',
  'a09 starter.js',
  'a10 other/weighted-loss.js',
  'a10 wrong/global-pooling.js',
  'a10 wrong/softmax-position.js',
  'a11 other/relu-output.js',
  'a11 other/two-models.js',
  'a11 starter.js',
  'a11 wrong/linear.js',
  'a12 other/cross-entropy.js',
  'a12 wrong/beta-1.js',
  'a13 other/high-beta1.js',
  'a13 reference.js',
  'a13 wrong/few-steps.js',
  'a13 wrong/strong-discriminator.js',
]);
const isRun = (id: Id, file: string): boolean => ALL_SEEDS || !SLOW.has(`${id} ${file}`);
const TIME_LIMIT_MS = 600_000;

test.each(IDS.filter((id) => isRun(id, 'reference.js')))(
  'the reference of %s earns at least 90 and no finding',
  async (id) => {
    const { score: points, findings } = await grade(id, 'reference.js');
    expect(points).toBeGreaterThanOrEqual(90);
    expect(findings).toEqual([]);
  },
  TIME_LIMIT_MS,
);

test.each(WRONG.filter(([id, name]) => isRun(id, `wrong/${name}.js`)))(
  '%s %s earns less than 60 and says why',
  async (id, name, promised) => {
    const { score: points, findings } = await grade(id, `wrong/${name}.js`);
    expect(points).toBeLessThan(60);
    for (const finding of promised) expect(findings).toContain(finding);
  },
  TIME_LIMIT_MS,
);

test.each(OTHER.filter(([id, name]) => isRun(id, `other/${name}.js`)))(
  '%s %s earns %j',
  async (id, name, [least, most], promised) => {
    const { score: points, findings } = await grade(id, `other/${name}.js`);
    expect(points).toBeGreaterThanOrEqual(least);
    expect(points).toBeLessThanOrEqual(most);
    for (const finding of promised) expect(findings).toContain(finding);
  },
  TIME_LIMIT_MS,
);

test.each([
  ['wrong', WRONG],
  ['other', OTHER],
] as const)('every submission in a folder "%s" of the bank is in the table', (folder, table) => {
  const files = globSync(`{${IDS.join()}}/${folder}/*.js`, { cwd: ROOT });
  expect(files.toSorted()).toEqual(table.map(([id, name]) => `${id}/${folder}/${name}.js`).toSorted());
});

test.each(IDS.filter((id) => isRun(id, 'starter.js')))(
  'the starter of %s is valid code that still earns less than 60',
  async (id) => {
    expect((await grade(id, 'starter.js')).score).toBeLessThan(60);
  },
  TIME_LIMIT_MS,
);

async function grade(id: Id, file: string): Promise<Graded> {
  const material = await loadAssignment(id, hiddenSeed(id));
  const { seeds } = material.assignment;
  const graded = await gradeFile(material, file, ALL_SEEDS ? seeds : seeds.slice(0, 1));
  if (ALL_SEEDS) console.log(id, file, JSON.stringify(graded));
  return graded;
}
