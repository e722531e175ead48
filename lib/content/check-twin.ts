import type { Text } from '#lib/core/lang.ts';
import { sameShape } from '#lib/core/questions/score.ts';
import type { QuestionOf } from '#lib/core/questions/schema.ts';
import { buildTwin, filledTwin, type Built } from './twin.ts';

/**
 * Why the spellings a cloze question accepts are the right ones: every accepted spelling builds to what `check` says, and no other whole
 * number near it does where `check` depends on the blank at all. Students are then judged by the list alone; nothing they type is built.
 */
type Cloze = QuestionOf<'cloze-code'>;
type Tf = Parameters<typeof buildTwin>[0];

/** A problem of the YAML file says where in it (`path`); any other is one of the generator. */
export type Problem = { code: string; path?: PropertyKey[] } & Text;

export function twinProblems(tf: Tf, question: Cloze): Problem[] {
  const accepted = question.blanks.flatMap((b, i) => b.accept.flatMap((text, j) => spellingProblems(tf, question, b.id, text, ['blanks', i, 'accept', j])));
  return accepted.length ? accepted : question.blanks.flatMap((b, i) => alternativeProblems(tf, question, b, ['blanks', i, 'accept']));
}

function spellingProblems(tf: Tf, question: Cloze, blank: string, text: string, path: PropertyKey[]): Problem[] {
  try {
    return differences(question, buildTwin(tf, filledTwin(question, { [blank]: text }))).map((d) => ({ code: 'twinDiffers', path, ...d }));
  } catch (error) {
    return [{ code: 'twinFails', path, tr: `ikiz program kurulamadı: ${(error as Error).message}`, en: `the twin cannot be built: ${(error as Error).message}` }];
  }
}

function differences({ check = {} }: Cloze, built: Built): Text[] {
  const found: Text[] = [];
  const differs = (tr: string, en: string, is: unknown, wanted: unknown) =>
    found.push({ tr: `ikiz programda ${tr} ${JSON.stringify(is)}, check ise ${JSON.stringify(wanted)} der`, en: `the twin's ${en} is ${JSON.stringify(is)}, but check says ${JSON.stringify(wanted)}` });
  if (check.outputShape && !sameShape(built.outputShape, check.outputShape)) differs('çıkış biçimi', 'output shape', built.outputShape, check.outputShape);
  if (check.params !== undefined && built.params !== check.params) differs('parametre sayısı', 'parameter count', built.params, check.params);
  return found;
}

function alternativeProblems(tf: Tf, question: Cloze, { id, accept }: Cloze['blanks'][number], path: PropertyKey[]): Problem[] {
  const numbers = accept.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
  if (!numbers.length) return [];
  const others = near(numbers[0]!).filter((n) => !numbers.includes(n));
  const fitting = others.filter((n) => builds(tf, question, id, String(n)));
  if (!fitting.length || fitting.length === others.length) return [];
  return [{ code: 'twinAmbiguous', path, tr: `check ile ${fitting.join(', ')} de uyuşuyor; kabul edin ya da check'i daraltın`, en: `${fitting.join(', ')} would satisfy check too; accept it or make check tighter` }];
}

/** Whole numbers a student might try: the small ones, the neighbours, half and double. */
const near = (n: number): number[] => [...new Set([...Array.from({ length: 12 }, (_, i) => i + 1), n - 2, n - 1, n + 1, n + 2, n / 2, 2 * n])].filter((v) => Number.isInteger(v) && v > 0);

function builds(tf: Tf, question: Cloze, blank: string, text: string): boolean {
  try {
    return differences(question, buildTwin(tf, filledTwin(question, { [blank]: text }))).length === 0;
  } catch {
    return false;
  }
}
