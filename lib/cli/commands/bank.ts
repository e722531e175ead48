import { BANK_FOLDER, loadBank } from '#lib/content/bank.ts';
import { checkBank } from '#lib/content/check-bank.ts';
import { writeLock } from '#lib/content/lock.ts';
import { answer, refuse } from '../output.ts';

/** `bank check`: reads and checks everything; exit code 1 when there is a fault. */
export async function bankCheck({ json }: { json: boolean }): Promise<number> {
  const report = await checkBank();
  const { questions, assignments, concepts, gates, faults } = report;
  answer(json, report, () => [
    ...faults.map((f) => `${f.file}:${f.line}: ${f.message}`),
    ...gates.map((g) => `${g.passed ? 'met    ' : 'not met'} ${g.id}: ${g.value} (${g.threshold})`),
    `${questions.fixed} fixed, ${questions.templates} computed, ${assignments} assignments, ${concepts.covered} of ${concepts.examinable} concepts; ${faults.length} faults`,
  ]);
  return faults.length ? 1 : 0;
}

/** `bank lock`: adds the questions and versions that are new to the published lock; refused while the bank has a fault. */
export async function bankLock({ json }: { json: boolean }): Promise<number> {
  const { questions, faults } = await loadBank();
  if (faults.length) throw refuse('cli.bankFaults', { count: faults.length });
  const added = writeLock(BANK_FOLDER, questions);
  answer(json, { added }, () => [...added, `${added.length} added`]);
  return 0;
}
