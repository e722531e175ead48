import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Question } from '#lib/core/questions/schema.ts';
import type { BankQuestion } from './bank-question.ts';

/** Fields that affect neither the score nor what was asked: they may be mended under the same version. */
const PROSE = new Set(['solution', 'lines', 'source', 'noteConflict', 'noConflict', 'difficulty', 'bloom', 'timeSeconds', 'feedback', 'misconception', 'version']);

/** SHA-256 over what affects grading: stem, options, keys, tolerances, order rules, and the generator's source. */
export function gradingHash(question: Question, generatorSource: string | null): string {
  return createHash('sha256').update(canonical(question)).update('\0').update(generatorSource ?? '').digest('hex');
}

/** The same for a question where it lies in the bank, with the generator beside it. */
export const bankHash = (folder: string, { question, generatorFile }: BankQuestion): string =>
  gradingHash(question, generatorFile ? readFileSync(path.join(folder, generatorFile), 'utf8') : null);

/** JSON with sorted keys and without prose. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([name]) => !PROSE.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, v]) => `${JSON.stringify(name)}:${canonical(v)}`).join(',')}}`;
}

/** A quick print of every file of the bank (name, size, time of change): equal prints need no second reading. */
export function folderPrint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of globSync('**/*.{yml,ts,js}', { cwd: folder }).toSorted()) {
    const { size, mtimeMs } = statSync(path.join(folder, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** SHA-256 of an assignment's folder content that decides a grade: its rules and its data. */
export function assignmentHash(folder: string, id: string): string {
  const hash = createHash('sha256');
  for (const file of globSync(`assignments/${id}/{assignment.yml,data.ts,*.gz}`, { cwd: folder }).toSorted()) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}
