import { loadBank } from '#lib/content/bank.ts';
import { answer } from '../output.ts';

/** `bank check`: reads and checks everything; exit code 1 when there is a fault. */
export async function bankCheck({ json }: { json: boolean }): Promise<number> {
  const bank = await loadBank();
  const concepts = bank.taxonomy.flatMap((t) => t.concepts);
  const covered = new Set(bank.questions.map((q) => q.question.concept));
  const document = {
    questions: { fixed: bank.questions.filter((q) => !q.generatorFile).length, templates: bank.questions.filter((q) => q.generatorFile).length },
    assignments: bank.assignments.length,
    concepts: { examinable: concepts.length, covered: covered.size },
    byType: countBy(bank.questions.map((q) => q.question.type)),
    byTopic: countBy(bank.questions.map((q) => q.topic)),
    gates: [],
    faults: bank.faults.map((f) => ({ file: `question-bank/${f.file}`, line: f.line, code: f.code, message: f.message.en, tr: f.message.tr })),
  };
  answer(json, document, () => [
    ...document.faults.map((f) => `${f.file}:${f.line}: ${f.message}`),
    `${document.questions.fixed} fixed, ${document.questions.templates} computed, ${document.assignments} assignments, ${covered.size} of ${concepts.length} concepts; ${document.faults.length} faults`,
  ]);
  return document.faults.length ? 1 : 0;
}

const countBy = (names: string[]) => Object.fromEntries([...new Set(names)].sort().map((name) => [name, names.filter((n) => n === name).length]));
