import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBank } from './bank.ts';
import { readCalibration, writeCalibration } from './calibration.ts';

let folder: string;
const task = () => path.join(folder, 'assignments/a01');
const CALIBRATION = {
  engineOrder: ['wasm' as const],
  noise: { sd: 0.25, trainings: 4 },
  series: { reference: [1, 2, null, 4] },
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'derin-calibration-'));
  cpSync('question-bank/assignments/a01', task(), { recursive: true });
  rmSync(path.join(task(), 'calibration.json'), { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const faultsOf = async () =>
  (await loadBank(folder, { generators: false })).faults.map(({ file, code }) => `${file} ${code}`);

test('an assignment without a calibration is a fault of the bank', async () => {
  expect(readCalibration(folder, 'a01')).toBeNull();
  expect(await faultsOf()).toContain('assignments/a01/assignment.yml notCalibrated');
});

test('what was stored is what grading takes, and the fault is gone', async () => {
  writeCalibration(folder, 'a01', CALIBRATION);
  const { engineOrder, noise } = CALIBRATION;
  expect(readCalibration(folder, 'a01')).toEqual({ engineOrder, noise });
  const { assignments } = await loadBank(folder, { generators: false });
  expect(assignments[0]).toMatchObject({ engineOrder, noise });
  expect(await faultsOf()).not.toContain('assignments/a01/assignment.yml notCalibrated');
});

test('a change of what decides a grade makes it stale, a change of the starter does not', async () => {
  writeCalibration(folder, 'a01', CALIBRATION);
  writeFileSync(path.join(task(), 'starter.js'), '// another');
  expect(readCalibration(folder, 'a01')).not.toBeNull();
  writeFileSync(path.join(task(), 'extra.ts'), 'export const more = 1;');
  expect(readCalibration(folder, 'a01')).toBeNull();
  expect(await faultsOf()).toContain('assignments/a01/assignment.yml notCalibrated');
});
