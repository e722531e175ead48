import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignmentHash } from './hash.ts';

let folder: string;
const FILES = {
  'a50/assignment.yml': 'id: a50',
  'a50/data.ts': "import { draw } from '../shared.ts';",
  'a50/words.ts': 'words',
  'a50/base/weights.bin': 'weights',
  'a50/starter.js': 'starter',
  'a50/wrong/one.js': 'one',
  'a50/calibration.json': '{}',
  'shared.ts': 'draw',
  'shared.csv.gz': 'rows',
  'apart.ts': 'apart',
};
const write = (file: string, text: string) => {
  mkdirSync(path.join(folder, 'assignments', path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, 'assignments', file), text);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'derin-hash-'));
  Object.entries(FILES).forEach(([file, text]) => write(file, text));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['a50/assignment.yml', true],
  ['a50/data.ts', true],
  ['a50/words.ts', true],
  ['a50/base/weights.bin', true],
  ['shared.ts', true],
  ['shared.csv.gz', true],
  ['a50/starter.js', false],
  ['a50/wrong/one.js', false],
  ['a50/calibration.json', false],
  ['apart.ts', false],
] as const)('a change of %s changes what decides a grade: %j', (file, expected) => {
  const before = assignmentHash(folder, 'a50');
  write(file, `${FILES[file]} changed`);
  expect(assignmentHash(folder, 'a50') !== before).toBe(expected);
  write(file, FILES[file]);
  expect(assignmentHash(folder, 'a50')).toBe(before);
});

test('of an assignment with one data file it is that of its rules and its data, one after the other', () => {
  const [rules, data] = ['assignment.yml', 'data.ts'].map((name) =>
    readFileSync(path.join('question-bank/assignments/a01', name)),
  );
  const expected = createHash('sha256').update(rules!).update(data!).digest('hex');
  expect(assignmentHash('question-bank', 'a01')).toBe(expected);
});
