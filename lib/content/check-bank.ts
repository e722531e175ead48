import 'server-only';
import { computeGates, type Gate } from '#lib/core/questions/gates.ts';
import { BANK_FOLDER, loadBank, type Bank } from './bank.ts';

/** The JSON document of `derin bank check`; names as in the command line's contract. `message` is English, `tr` Turkish. */
export type BankReport = {
  questions: { fixed: number; templates: number };
  assignments: number;
  concepts: { examinable: number; covered: number };
  byType: Record<string, number>;
  byTopic: Record<string, number>;
  gates: Gate[];
  faults: { file: string; line: number; code: string; message: string; tr: string }[];
};

/** Reads and checks the whole bank: every fault with its place, and what the gates measure. Takes seconds: generators run. */
export async function checkBank(folder = BANK_FOLDER): Promise<BankReport> {
  return reportOf(await loadBank(folder));
}

function reportOf({ questions, assignments, taxonomy, errata, faults }: Bank): BankReport {
  const examinable = taxonomy.flatMap((t) => t.concepts.filter((c) => c.asked !== false).map((c) => c.id));
  const asked = new Set(questions.map((q) => q.question.concept));
  const templates = questions.filter((q) => q.generatorFile).length;
  return {
    questions: { fixed: questions.length - templates, templates },
    assignments: assignments.length,
    concepts: { examinable: examinable.length, covered: examinable.filter((id) => asked.has(id)).length },
    byType: countBy(questions.map((q) => q.question.type)),
    byTopic: countBy(questions.map((q) => q.topic)),
    gates: computeGates(questions.map((q) => q.question), examinable, new Set(errata.flatMap((e) => (e.severity === 'A' ? (e.concepts ?? []) : [])))),
    faults: faults.map(({ file, line, code, message }) => ({ file: `question-bank/${file}`, line, code, message: message.en, tr: message.tr })),
  };
}

const countBy = (names: string[]): Record<string, number> => Object.fromEntries([...new Set(names)].toSorted().map((name) => [name, names.filter((n) => n === name).length]));
