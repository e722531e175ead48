import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BANK_FOLDER } from './bank.ts';
import { readStarter } from './starter.ts';

const IDS = readdirSync(path.join(BANK_FOLDER, 'assignments')).filter((id) => existsSync(path.join(BANK_FOLDER, 'assignments', id, 'starter.js')));
const withoutComments = (code: string) => code.replace(/ *\/\/.*$/gm, '');

test.each(IDS)('%s starts from the same code in both languages, with comments of its own in each', (id) => {
  const [tr, en] = [readStarter(id, 'tr'), readStarter(id, 'en')];
  expect(withoutComments(tr)).toBe(withoutComments(en));
  expect(tr).not.toBe(en);
});

test('a task with one starter has it in both languages; one without has none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-starter-'));
  mkdirSync(path.join(folder, 'assignments/a50'), { recursive: true });
  writeFileSync(path.join(folder, 'assignments/a50/starter.js'), '// start');
  expect((['tr', 'en'] as const).map((lang) => readStarter('a50', lang, folder))).toEqual(['// start', '// start']);
  expect(readStarter('a51', 'tr', folder)).toBe('');
});
