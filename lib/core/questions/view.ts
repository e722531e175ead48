import { z } from 'zod';
import { langSchema, type Lang, type Text } from '../lang.ts';
import { assertNever } from '../result.ts';
import { QUESTION_TYPES, type Question, type QuestionType } from './schema.ts';
import { insertParams } from './text.ts';
import type { Variant } from './variant.ts';

/**
 * What a student may see of a question before hand-in. The schema NAMES every field that leaves the server; whatever it does not
 * name (keys, feedback, slips, solution, lines) cannot slip through, because the view is built field by field and parsed strictly.
 * Texts are Markdown in one language.
 */
const label = z.strictObject({ id: z.string(), text: z.string() });

const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choose'), many: z.boolean(), options: z.array(label) }),
  z.strictObject({ kind: z.literal('judge'), reasons: z.array(label) }),
  /** `ratio`: a percent sign may be written. */
  z.strictObject({ kind: z.literal('number'), ratio: z.boolean() }),
  z.strictObject({ kind: z.literal('shape') }),
  z.strictObject({ kind: z.literal('table'), columns: z.array(z.strictObject({ id: z.string(), text: z.string(), choices: z.array(label) })), rows: z.array(label) }),
  z.strictObject({ kind: z.literal('interval') }),
  z.strictObject({ kind: z.literal('cloze'), language: z.literal('python'), program: z.string(), blanks: z.array(z.string()) }),
]);

export const studentViewSchema = z.strictObject({
  question: z.string(),
  type: z.enum(QUESTION_TYPES as [QuestionType, ...QuestionType[]]),
  lang: langSchema,
  stem: z.string(),
  code: z.strictObject({ language: z.enum(['python', 'javascript']), text: z.string() }).nullable(),
  body,
});
export type StudentView = z.infer<typeof studentViewSchema>;
export type ViewBody = StudentView['body'];

export function toStudentView(question: Question, variant: Variant, lang: Lang): StudentView {
  const fill = (text: Text) => insertParams(text[lang], variant.params, lang);
  return studentViewSchema.parse({
    question: question.id,
    type: question.type,
    lang,
    stem: fill(question.stem),
    code: question.code ? { language: question.code.language, text: insertCode(question.code.text, variant) } : null,
    body: bodyOf(question, variant, fill),
  });
}

/** Code is the same in both languages, with the point as decimal sign. */
const insertCode = (text: string, variant: Variant) => insertParams(text, variant.params, 'en');

function bodyOf(question: Question, variant: Variant, fill: (text: Text) => string): ViewBody {
  const labelled = (item: { id: string } & Text) => ({ id: item.id, text: fill(item) });
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return { kind: 'choose', many: question.type === 'multiple-choice', options: inOrder(question.options, variant.order).map(labelled) };
    case 'tf-reason':
      return { kind: 'judge', reasons: inOrder(question.reasons, variant.order).map(labelled) };
    case 'numeric':
      return { kind: 'number', ratio: question.ratio };
    case 'shape':
      return { kind: 'shape' };
    case 'table':
      return {
        kind: 'table',
        columns: question.columns.map((c) => ({ ...labelled(c), choices: (question.choices[c.id] ?? []).map(labelled) })),
        rows: question.rows.map(labelled),
      };
    case 'interval':
      return { kind: 'interval' };
    case 'cloze-code':
      return { kind: 'cloze', language: 'python', program: question.program, blanks: question.blanks.map((b) => b.id) };
    default:
      return assertNever(question);
  }
}

export function inOrder<T extends { id: string }>(items: readonly T[], order: readonly string[]): T[] {
  return order.length ? order.map((id) => items.find((item) => item.id === id)!) : [...items];
}
