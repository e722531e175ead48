import { expect, test } from 'vitest';
import { DEFECTIVE } from './defects.ts';
import { describeEngine } from './describe-engine.ts';
import { ARRAYS, MORE } from './gradients/arrays.ts';
import { IMAGES } from './gradients/images.ts';
import { FIXTURES } from './keras/fixtures.ts';
import { OPERATIONS } from './operations.ts';
import { TRAININGS } from './training/cases.ts';

describeEngine('wasm');

const named = (cases: { name: string }[]) => cases.map(({ name }) => name);

test('the contract has its 42 trainings and 174 functions, and lets an engine off one case at a time', () => {
  expect(Object.keys(TRAININGS).length).toBeGreaterThanOrEqual(42);
  expect([...IMAGES, ...ARRAYS].length).toBe(174);
  const { layers, activations, losses, optimizers } = FIXTURES;
  const names = [
    ...Object.keys({ ...TRAININGS, ...activations, ...losses, ...optimizers }),
    ...named([...IMAGES, ...ARRAYS, ...MORE, ...OPERATIONS, ...layers]),
  ];
  for (const defective of DEFECTIVE)
    expect([defective, names.filter((name) => name === defective).length]).toEqual([defective, 1]);
});
