import 'server-only';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { BankQuestion } from './bank-question.ts';
import { changedVersion, type Fault } from './fault.ts';
import { bankHash } from './hash.ts';

/**
 * `published.lock.json` holds the hash of what affects grading for every question version ever published, `id@version` → SHA-256. It
 * only grows: a version stays what it was, here and in every installation, so a stored attempt can always be graded again.
 */
export const LOCK_FILE = 'published.lock.json';
const lockSchema = z.record(z.string().regex(/^[a-z0-9-]+@\d+$/), z.string().regex(/^[0-9a-f]{64}$/));
export type Lock = z.infer<typeof lockSchema>;

/** The lock of a bank; empty when nothing was published yet. Throws when the file is not one of ours. */
export function readLock(folder: string): Lock {
  const file = path.join(folder, LOCK_FILE);
  return existsSync(file) ? lockSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

type Placed = { entry: BankQuestion; lineOf(path: readonly PropertyKey[]): number };

/** A question whose grading changed while its version did not: the fault stands at its `version`. */
export function lockFaults(folder: string, questions: Placed[], lock: Lock): Fault[] {
  return questions.flatMap(({ entry, lineOf }) => {
    const locked = lock[keyOf(entry)];
    return locked === undefined || locked === bankHash(folder, entry) ? [] : [changedVersion(entry.file, lineOf(['version']), entry.question.version)];
  });
}

/** Adds what is new to the lock and returns the added keys. Refuses to change an entry: throws, naming the questions. */
export function writeLock(folder: string, questions: BankQuestion[]): string[] {
  const lock = readLock(folder);
  const broken = lockFaults(folder, questions.map((entry) => ({ entry, lineOf: () => 1 })), lock);
  if (broken.length) throw new Error(broken.map((f) => `${f.file}: ${f.message.en}`).join('\n'));
  const added = questions.filter((entry) => lock[keyOf(entry)] === undefined);
  if (added.length) replaceFile(path.join(folder, LOCK_FILE), { ...lock, ...Object.fromEntries(added.map((entry) => [keyOf(entry), bankHash(folder, entry)])) });
  return added.map(keyOf);
}

/** Sorted, one entry a line: two branches that add questions merge cleanly. Written aside first, so a crash leaves the old file. */
function replaceFile(file: string, lock: Lock): void {
  const sorted = Object.fromEntries(Object.entries(lock).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(`${file}.new`, `${JSON.stringify(sorted, null, 1)}\n`);
  renameSync(`${file}.new`, file);
}

const keyOf = ({ question }: BankQuestion): string => `${question.id}@${question.version}`;
