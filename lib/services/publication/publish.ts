import 'server-only';
import type { Admin, Operator } from '#lib/core/actors.ts';
import { BANK_FOLDER, loadBank, type Bank } from '#lib/content/bank.ts';
import { changedVersion, type Fault } from '#lib/content/fault.ts';
import { assignmentHash, bankHash, folderPrint } from '#lib/content/hash.ts';
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
  const rows = bank.questions.map((entry) => {
    const { question, topic, file } = entry;
    return { question: question.id, version: question.version, topic, concept: question.concept, type: question.type, hash: bankHash(folder, entry), content: question, publishedAt: at, file };
  });
  for (const row of rows) {
    const before = published.get(`${row.question}@${row.version}`);
    if (before && before.hash !== row.hash) faults.push(changedVersion(row.file, 1, row.version));
  }
  const current = new Set(rows.map((row) => `${row.question}@${row.version}`));
  const retired = [...published].flatMap(([key, row]) => {
    if (!current.has(key) && row.retiredAt === null) return [{ question: row.question, version: row.version, at: at as typeof at | null }];
    return current.has(key) && row.retiredAt !== null ? [{ question: row.question, version: row.version, at: null }] : [];
  });
  const questions = rows.filter((row) => !published.has(`${row.question}@${row.version}`)).map(({ file: _file, ...row }) => row);
  const assignments = planAssignments(bank, folder, at);
  return { faults: [...faults, ...assignments.faults], questions, retired, assignments: assignments.rows };
}

/** New versions of coding tasks, and those that changed without one. */
function planAssignments(bank: Bank, folder: string, publishedAt: ReturnType<typeof now>) {
  const published = new Map(selectAssignmentVersions().map((row) => [`${row.task}@${row.version}`, row.hash]));
  const rows = bank.assignments.map((content) => ({ task: content.id, version: content.version, hash: assignmentHash(folder, content.id), content, publishedAt }));
  const before = (row: { task: string; version: number }) => published.get(`${row.task}@${row.version}`);
  return {
    rows: rows.filter((row) => before(row) === undefined),
    faults: rows.flatMap((row) => ([undefined, row.hash].includes(before(row)) ? [] : [changedVersion(`assignments/${row.task}/assignment.yml`, 1, row.version)])),
  };
}
