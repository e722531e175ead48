import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gradeFile, loadAssignment, type Graded } from './grade.ts';

/**
 * The content of every assignment, run through the boxes' programs: the reference earns at least 90, each wrong submission less than
 * 60 and the feedback the question bank promises. One seed, or all with DERIN_ALL_SEEDS=1 (the figures are then printed).
 */
const ROOT = join(import.meta.dirname, '../../question-bank/assignments');
const ALL_SEEDS = process.env['DERIN_ALL_SEEDS'] === '1';
/** Hidden seeds the bands were calibrated with. */
const HIDDEN_SEED = { a01: 901, a03: 903, a04: 904 } as const;

type Id = keyof typeof HIDDEN_SEED;

const WRONG: [Id, string, string[]][] = [
  ['a01', 'raw-inputs', ['g1']],
  ['a01', 'slow-adam', ['slow-rate', 'g7']],
  ['a01', 'sigmoid-output', ['bounded-output']],
  ['a03', 'no-hidden-layer', []],
  ['a03', 'sigmoid-sgd', ['vanishing-gradient']],
  ['a03', 'relu-output', ['no-probability']],
  ['a03', 'three-epochs', ['g7']],
  ['a04', 'mlp', ['every-position']],
  ['a04', 'no-channel-axis', ['channel-axis']],
  ['a04', 'four-filters', ['g5']],
];

test.each(Object.keys(HIDDEN_SEED) as Id[])(
  'the reference of %s earns at least 90 and no finding',
  async (id) => {
    const { score: points, findings } = await grade(id, 'reference.js');
    expect(points).toBeGreaterThanOrEqual(90);
    expect(findings).toEqual([]);
  },
  240_000,
);

test.each(WRONG)(
  '%s %s earns less than 60 and says why',
  async (id, name, promised) => {
    const { score: points, findings } = await grade(id, `wrong/${name}.js`);
    expect(points).toBeLessThan(60);
    for (const finding of promised) expect(findings).toContain(finding);
  },
  240_000,
);

test('every wrong submission in the bank is in the table', () => {
  const files = Object.keys(HIDDEN_SEED).flatMap((id) =>
    readdirSync(join(ROOT, id, 'wrong')).map((name) => `${id} ${name}`),
  );
  expect(files.toSorted()).toEqual(WRONG.map(([id, name]) => `${id} ${name}.js`).toSorted());
});

test.each(Object.keys(HIDDEN_SEED) as Id[])(
  'the starter of %s is valid code that still earns less than 60',
  async (id) => {
    expect((await grade(id, 'starter.js')).score).toBeLessThan(60);
  },
  240_000,
);

async function grade(id: Id, file: string): Promise<Graded> {
  const material = await loadAssignment(id, HIDDEN_SEED[id]);
  const { seeds } = material.assignment;
  const graded = await gradeFile(material, file, ALL_SEEDS ? seeds : seeds.slice(0, 1));
  if (ALL_SEEDS) console.log(id, file, JSON.stringify(graded));
  return graded;
}
