import { describe, expect, test } from 'vitest';
import { BANK_FOLDER, loadBank } from '#lib/content/bank.ts';
import type { BankQuestion } from '#lib/content/bank-question.ts';
import { framework } from '#lib/content/framework.ts';
import { loadGenerator } from '#lib/content/generator.ts';
import { LANGS } from '#lib/core/lang.ts';
import type { Answer } from '#lib/core/questions/answer.ts';
import { isComputed, makeVariant } from '#lib/core/questions/make.ts';
import { correctAnswer } from '#lib/core/questions/key.ts';
import { toReview } from '#lib/core/questions/review.ts';
import { questionSchema, type Question, type Shape } from '#lib/core/questions/schema.ts';
import { isEmpty, scoreAnswer } from '#lib/core/questions/score.ts';
import { formatShape } from '#lib/core/questions/shape.ts';
import type { Variant } from '#lib/core/questions/variant.ts';
import { studentViewSchema, toStudentView } from '#lib/core/questions/view.ts';

/** What holds for every question of the bank, whoever wrote it. */
const { questions } = await loadBank(BANK_FOLDER, { generators: false });
const SEEDS = [1, 2, 3, 20_26];
const CANARY = 'kanarya-91c4';

async function variantsOf({ question, generatorFile }: BankQuestion): Promise<Variant[]> {
  const generator = generatorFile ? await loadGenerator(BANK_FOLDER, generatorFile) : null;
  const tf = generator ? await framework() : null;
  return SEEDS.map((seed) => makeVariant(question, generator, seed, tf));
}

const fractionOf = (question: Question, variant: Variant, answer: unknown) => {
  const report = scoreAnswer(question, variant, answer);
  return report.outcome === 'graded' ? report.fraction : report.outcome;
};

/** Answers with one named mistake each. */
function mistakes(question: Question, variant: Variant): Answer[] {
  const key = correctAnswer(question, variant);
  switch (question.type) {
    case 'single-choice':
      return question.options.filter((o) => !o.correct).map((o) => ({ option: o.id }));
    case 'multiple-choice': {
      const right = question.options.filter((o) => o.correct).map((o) => o.id);
      const oneMore = question.options.filter((o) => !o.correct).map((o) => ({ options: [...right, o.id] }));
      const oneLess = right.length > 1 ? right.map((id) => ({ options: right.filter((r) => r !== id) })) : [];
      return [...oneMore, ...oneLess];
    }
    case 'tf-reason':
      return [{ ...key, value: !question.answer }, ...question.reasons.filter((r) => !r.correct).map((r) => ({ value: question.answer, reason: r.id }))];
    case 'numeric':
      return Object.values(variant.slips).map((value) => ({ text: String(value).replace(/^(-?[1-9]\d{0,2}\.\d{3})$/, '$10') }));
    case 'shape':
      return Object.values(variant.slips).map((value) => ({ text: formatShape(value as Shape) }));
    case 'table':
      return question.rows.flatMap((row) =>
        question.columns.map((c) => {
          const wrong = question.choices[c.id]!.find((choice) => choice.id !== row.key[c.id])!.id;
          const cells = Object.fromEntries(question.rows.map((r) => [r.id, { ...r.key }]));
          cells[row.id]![c.id] = wrong;
          return { cells };
        }),
      );
    case 'interval':
      return 'left' in key ? [{ ...key, left: key.left === '(' ? '[' : '(' }, { ...key, right: key.right === ')' ? ']' : ')' }, { ...key, low: '-77.5' }, { ...key, high: '77.5' }] : [];
    case 'cloze-code':
      return question.blanks.map((b) => ({ blanks: { ...('blanks' in key ? key.blanks : {}), [b.id]: 'nope' } }));
  }
}

const EMPTY: Record<Question['type'], Answer> = {
  'single-choice': { option: '' }, 'multiple-choice': { options: [] }, 'tf-reason': {}, numeric: { text: '  ' }, shape: { text: '' },
  table: { cells: {} }, interval: { left: '(', low: '', high: '', right: ')' }, 'cloze-code': { blanks: {} },
};

/** The same question with every text that explains, proves or accepts replaced by a canary. */
const SECRET = new Set(['feedback', 'solution', 'source', 'misconception', 'accept', 'twin']);
function planted(value: unknown, inside = false): unknown {
  if (typeof value === 'string') return inside ? CANARY : value;
  if (Array.isArray(value)) return value.map((v) => planted(v, inside));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, name === 'misconception' ? undefined : planted(v, inside || SECRET.has(name))]));
}

test('the bank is not empty', () => expect(questions.length).toBeGreaterThan(90));

describe.each(questions.map((entry) => [entry.question.id, entry] as const))('%s', (_, entry) => {
  const { question } = entry;

  test('the key earns everything, an empty or foreign answer is not graded, a mistake earns less', async () => {
    for (const variant of await variantsOf(entry)) {
      expect(fractionOf(question, variant, correctAnswer(question, variant))).toBe(1);
      expect(isEmpty(correctAnswer(question, variant))).toBe(false);
      expect(isEmpty(EMPTY[question.type])).toBe(true);
      for (const unreadable of [EMPTY[question.type], null, 'x', [], { unknown: 1 }, { option: 'zz', extra: 1 }]) expect(fractionOf(question, variant, unreadable)).toBe('ungradable');
      for (const wrong of mistakes(question, variant)) expect.soft([wrong, fractionOf(question, variant, wrong)]).toEqual([wrong, expect.toSatisfy((f: unknown) => typeof f === 'number' && f < 1)]);
    }
  });

  test('the student view holds nothing of the key, whatever the author wrote', async () => {
    const canary = questionSchema.parse(planted(question));
    for (const variant of await variantsOf(entry)) {
      for (const lang of LANGS) {
        const view = toStudentView(canary, variant, lang);
        expect(studentViewSchema.parse(view)).toEqual(view);
        expect(JSON.stringify(view)).not.toContain(CANARY);
        expect(JSON.stringify(view)).not.toContain('${');
      }
    }
  });

  test('both languages ask the same, and the review explains in both', async () => {
    for (const variant of await variantsOf(entry)) {
      const [tr, en] = LANGS.map((lang) => toStudentView(question, variant, lang));
      expect(idsOf(tr!.body)).toEqual(idsOf(en!.body));
      expect(tr!.code).toEqual(en!.code);
      for (const lang of LANGS) {
        const review = JSON.stringify(toReview(question, variant, correctAnswer(question, variant), scoreAnswer(question, variant, correctAnswer(question, variant)), lang));
        expect(review).not.toContain('${');
      }
    }
  });

  test('a seed means one variant', async () => {
    expect(await variantsOf(entry)).toEqual(await variantsOf(entry));
    if (isComputed(question)) expect(new Set((await variantsOf(entry)).map((v) => JSON.stringify(v.params))).size).toBeGreaterThan(1);
  });
});

/** Ids in order, without texts. */
function idsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(idsOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).map(([name, v]) => [name, name === 'id' ? v : idsOf(v)]);
}
