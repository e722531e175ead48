import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadBank } from './bank.ts';
import { LOCK_FILE, readLock, writeLock } from './lock.ts';

const ITEM = 'questions/activations/good.yml';
const COMPUTED = 'questions/activations/gen-good.ts';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  for (const file of ['taxonomy.yml', 'errata.yml', ITEM, COMPUTED, COMPUTED.replace('.ts', '.yml')]) cpSync(path.resolve('tests/fixtures/questions/broken', file), path.join(folder, file), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const bank = () => loadBank(folder, { generators: false });
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path.join(folder, file), text.replace(from, to));
};
const codes = async () => (await bank()).faults.map((f) => `${f.file}:${f.line} ${f.code}`);

test('a bank without a lock has nothing published', async () => {
  expect(readLock(folder)).toEqual({});
  expect(await codes()).toEqual([]);
});

test('writing adds each version once and is sorted', async () => {
  expect(writeLock(folder, (await bank()).questions)).toEqual(['gen-good@1', 'good@1']);
  expect(writeLock(folder, (await bank()).questions)).toEqual([]);
  expect(Object.keys(readLock(folder))).toEqual(['gen-good@1', 'good@1']);
});

test.each([
  ['an option', ITEM, 'tr: "o"', 'tr: "p"', [`${ITEM}:2 changedVersion`]],
  ['which option is right', ITEM, 'correct: true', 'correct: false', [`${ITEM}:10 oneCorrect`, `${ITEM}:2 changedVersion`]],
  ['the stem', ITEM, 'Question?', 'Another question?', [`${ITEM}:2 changedVersion`]],
  ['the generator', COMPUTED, '1000', '999', [`${COMPUTED.replace('.ts', '.yml')}:2 changedVersion`]],
  ['an explanation', ITEM, 'feedback: { tr: "f"', 'feedback: { tr: "g"', []],
  ['the lines of the notes', ITEM, '[1032]', '[1033]', []],
])('after publication, changing %s under the same version is found', async (_, file, from, to, expected) => {
  writeLock(folder, (await bank()).questions);
  edit(file, from, to);
  expect((await codes()).toSorted()).toEqual(expected.toSorted());
});

test('a changed version is never written over; a raised one is added beside it', async () => {
  const { questions } = await bank();
  writeLock(folder, questions);
  const before = readLock(folder)['good@1'];
  edit(ITEM, 'Question?', 'Another question?');
  const changed = (await bank()).questions;
  expect(() => writeLock(folder, changed)).toThrow('good.yml');
  edit(ITEM, 'version: 1', 'version: 2');
  expect(writeLock(folder, (await bank()).questions)).toEqual(['good@2']);
  expect(readLock(folder)['good@1']).toBe(before);
});

test('a file that is no lock is refused', () => {
  writeFileSync(path.join(folder, LOCK_FILE), '{"good@1": "short"}');
  expect(() => readLock(folder)).toThrow();
});
