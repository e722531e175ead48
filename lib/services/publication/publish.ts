import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Admin, Operator } from '#lib/core/actors.ts';
import { BANK_FOLDER, loadBank, type Bank } from '#lib/content/bank.ts';
import type { Fault } from '#lib/content/fault.ts';
import { assignmentHash, folderPrint, gradingHash } from '#lib/content/hash.ts';
import { inTransaction } from '#lib/data/database.ts';
import { insertAssignmentVersion, insertQuestionVersion, selectAssignmentVersions, selectQuestionVersions, selectSetting, updateRetired, upsertSetting } from '#lib/data/publication.ts';
import { now } from '#lib/data/source.ts';

export type Publication = { ok: true; added: number; retired: number } | { ok: false; faults: { file: string; line: number; message: string }[] };

const PRINT = 'bank.print';

/**
 * Publishes the bank: everything is read and checked first, then written in one transaction, so nothing is ever half-published.
 * A question whose grading changed without a new version is a fault. An unchanged bank is not read again.
 */
export async function publishBank(_actor: Operator | Admin, folder = BANK_FOLDER): Promise<Publication> {
  const print = folderPrint(folder);
  if (selectSetting(PRINT) === print) return { ok: true, added: 0, retired: 0 };
  const bank = await loadBank(folder);
  const plan = planOf(bank, folder);
  const faults = [...bank.faults, ...plan.faults];
  if (faults.length) return { ok: false, faults: faults.map((f) => ({ file: f.file, line: f.line, message: f.message.en })) };
  inTransaction(() => {
    plan.questions.forEach((row) => insertQuestionVersion(row));
    plan.retired.forEach((row) => updateRetired(row.question, row.version, row.at));
    plan.assignments.forEach((row) => insertAssignmentVersion(row));
    upsertSetting(PRINT, print);
  });
  return { ok: true, added: plan.questions.length + plan.assignments.length, retired: plan.retired.filter((r) => r.at !== null).length };
}

/** What to write, decided from what is published and what the bank holds. */
function planOf(bank: Bank, folder: string) {
  const at = now();
  const published = new Map(selectQuestionVersions().map((row) => [`${row.question}@${row.version}`, row]));
  const faults: Fault[] = [];
  const rows = bank.questions.map(({ question, topic, file, generatorFile }) => {
    const source = generatorFile ? readFileSync(path.join(folder, generatorFile), 'utf8') : null;
    return { question: question.id, version: question.version, topic, concept: question.concept, type: question.type, hash: gradingHash(question, source), content: question, publishedAt: at, file };
  });
  for (const row of rows) {
    const before = published.get(`${row.question}@${row.version}`);
    if (before && before.hash !== row.hash) faults.push(raiseVersion(row.file, row.version));
  }
  const current = new Set(rows.map((row) => `${row.question}@${row.version}`));
  const retired = [...published].flatMap(([key, row]) => {
    if (!current.has(key) && row.retiredAt === null) return [{ question: row.question, version: row.version, at: at as typeof at | null }];
    return current.has(key) && row.retiredAt !== null ? [{ question: row.question, version: row.version, at: null }] : [];
  });
  const questions = rows.filter((row) => !published.has(`${row.question}@${row.version}`)).map(({ file: _file, ...row }) => row);
  return { faults: [...faults, ...assignmentFaults(bank, folder)], questions, retired, assignments: newAssignments(bank, folder, at) };
}

const raiseVersion = (file: string, version: number): Fault => ({
  file,
  line: 1,
  code: 'changedVersion',
  message: {
    tr: `Puanlamayı etkileyen bir değişiklik var ama sürüm hâlâ ${version}; version değerini artırın`,
    en: `Something that affects grading changed while the version is still ${version}; raise version`,
  },
});

function newAssignments(bank: Bank, folder: string, at: ReturnType<typeof now>) {
  const known = new Set(selectAssignmentVersions().map((row) => `${row.task}@${row.version}`));
  return bank.assignments
    .filter((a) => !known.has(`${a.id}@${a.version}`))
    .map((a) => ({ task: a.id, version: a.version, hash: assignmentHash(folder, a.id), content: a, publishedAt: at }));
}

function assignmentFaults(bank: Bank, folder: string): Fault[] {
  const published = selectAssignmentVersions();
  return bank.assignments.flatMap((a) => {
    const before = published.find((row) => row.task === a.id && row.version === a.version);
    return before && before.hash !== assignmentHash(folder, a.id) ? [raiseVersion(`assignments/${a.id}/assignment.yml`, a.version)] : [];
  });
}
