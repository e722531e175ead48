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

/** Files of an assignment that decide no grade. */
const APART = /^(starter|reference|calibration)\.|^(wrong|other)\/|^NOTICE$/;

/**
 * SHA-256 of what decides a grade in an assignment's folder, rules and data, and in what its data share with others: an import of
 * `../digits.ts` brings every file `../digits.*`.
 */
export function assignmentHash(folder: string, id: string): string {
  const hash = createHash('sha256');
  for (const file of [...ownFiles(folder, id), ...sharedFiles(folder, id)]) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}

function ownFiles(folder: string, id: string): string[] {
  const inside = globSync('**', { cwd: path.join(folder, 'assignments', id), withFileTypes: true }).filter((entry) => entry.isFile());
  const names = inside.map((entry) => path.relative(path.join(folder, 'assignments', id), path.join(entry.parentPath, entry.name)));
  return names.filter((name) => !APART.test(name)).toSorted().map((name) => `assignments/${id}/${name}`);
}

function sharedFiles(folder: string, id: string): string[] {
  const source = readFileSync(path.join(folder, 'assignments', id, 'data.ts'), 'utf8');
  const stems = [...source.matchAll(/from '\.\.\/([\w-]+)\.ts'/g)].map(([, stem]) => stem!);
  return stems.toSorted().flatMap((stem) => globSync(`assignments/${stem}.*`, { cwd: folder }).toSorted());
}
