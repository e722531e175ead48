import { z } from 'zod';
import { textSchema } from '../lang.ts';

/**
 * The content format: one YAML file per question, `question-bank/questions/<topic>/<id>.yml`, validated by `questionSchema`.
 * Texts exist in both languages; ids, code, numbers and keys exist once, so the languages cannot disagree on a key.
 * A computed question omits its key (and the values of its slips) and has a generator `<id>.ts` beside it.
 */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kebab-case');
const optionId = z.string().regex(/^[a-z][a-z0-9]*$/);

const common = {
  id,
  version: z.number().int().positive(),
  concept: id,
  /** 1 recall or recognise, 2 apply, 3 analyse or transfer. */
  difficulty: z.literal([1, 2, 3]),
  bloom: z.enum(['remember', 'understand', 'apply', 'analyse']),
  timeSeconds: z.number().int().min(15).max(600),
  /** Lines of the course notes the item rests on (1-based). */
  lines: z.array(z.number().int().min(1).max(1059)).min(1),
  /** Erratum this item touches: the key follows the literature and the explanation says where the notes differ. */
  noteConflict: z.string().regex(/^E\d{2,3}$/).optional(),
  /** Why the disputed sentence is not touched, where the concept has an erratum of severity A and `noteConflict` is absent. */
  noConflict: z.string().min(10).optional(),
  /** Reference outside the notes, for facts the notes state imprecisely. */
  source: z.string().min(3).optional(),
  /** Markdown with `$math$` and `code`; `${name}` inserts a parameter of a computed question. */
  stem: textSchema,
  /** Code shown under the stem, highlighted, identical in both languages. */
  code: z.strictObject({ language: z.enum(['python', 'javascript']), text: z.string().min(1) }).optional(),
  /** Worked solution, shown after hand-in. */
  solution: textSchema.optional(),
};

const option = z.strictObject({
  id: optionId,
  correct: z.boolean(),
  tr: z.string().min(1),
  en: z.string().min(1),
  /** Why this option is right or wrong. */
  feedback: textSchema,
  /** The named mistake a wrong option stands for. */
  misconception: id.optional(),
});
export type Option = z.infer<typeof option>;

/** A recognised slip: a wrong value that earns its own feedback. The value comes from the generator in computed questions. */
const slip = <T extends z.ZodType>(value: T) =>
  z.strictObject({ id, value: value.optional(), feedback: textSchema });

/** One axis of a tensor shape; null is the batch axis (`None`). */
export const shapeSchema = z.array(z.number().int().min(0).nullable()).max(8);

/** An end of an interval: a number, an infinity, or a number times the symbol α. */
export const endSchema = z.union([z.number(), z.literal(['inf', '-inf', 'alpha', '-alpha'])]);
export const intervalSchema = z.strictObject({
  left: z.literal(['(', '[']),
  low: endSchema,
  high: endSchema,
  right: z.literal([')', ']']),
});

const label = z.strictObject({ id: optionId, tr: z.string().min(1), en: z.string().min(1) });

const blank = z.strictObject({
  id: z.string().regex(/^b\d+$/),
  /** Accepted spellings, compared after trimming and unifying quotes; code is case-sensitive. */
  accept: z.array(z.string().min(1)).min(1),
  feedback: textSchema,
});

export const questionSchemas = {
  'single-choice': z.strictObject({ ...common, type: z.literal('single-choice'), options: z.array(option).min(3).max(6),
    /** Numeric or otherwise ordered options keep their order; others are shuffled per variant. */
    keepOrder: z.boolean().default(false) }),
  'multiple-choice': z.strictObject({ ...common, type: z.literal('multiple-choice'), options: z.array(option).min(4).max(8),
    keepOrder: z.boolean().default(false) }),
  'tf-reason': z.strictObject({ ...common, type: z.literal('tf-reason'), answer: z.boolean(), reasons: z.array(option).min(3).max(5) }),
  numeric: z.strictObject({
    ...common,
    type: z.literal('numeric'),
    key: z.number().optional(),
    /** Absolute unless `relative`. 0 asks for the exact value. */
    tolerance: z.number().min(0),
    relative: z.boolean().default(false),
    /** The stem asks for a ratio, so "%25" reads as 0.25. */
    ratio: z.boolean().default(false),
    slips: z.array(slip(z.number())).default([]),
  }),
  shape: z.strictObject({ ...common, type: z.literal('shape'), key: shapeSchema.optional(), slips: z.array(slip(shapeSchema)).default([]) }),
  table: z.strictObject({
    ...common,
    type: z.literal('table'),
    columns: z.array(label).min(1).max(4),
    /** Choices per column id. */
    choices: z.record(optionId, z.array(label).min(2).max(6)),
    rows: z.array(z.strictObject({ ...label.shape, key: z.record(optionId, optionId), feedback: textSchema })).min(2).max(10),
  }),
  interval: z.strictObject({ ...common, type: z.literal('interval'), key: intervalSchema.optional(), feedback: textSchema }),
  'cloze-code': z.strictObject({
    ...common,
    type: z.literal('cloze-code'),
    /** Keras code with `{{b1}}` where the student writes; highlighted around the blanks. */
    program: z.string().min(1),
    /** The same model in tfjs with the same blanks: built with the student's text to check what pattern matching misses. */
    twin: z.string().min(1).optional(),
    blanks: z.array(blank).min(1).max(8),
    /** What the completed model must be. */
    check: z.strictObject({ outputShape: shapeSchema.optional(), params: z.number().int().optional() }).optional(),
  }),
} as const;

export const questionSchema = z.discriminatedUnion('type', [
  questionSchemas['single-choice'],
  questionSchemas['multiple-choice'],
  questionSchemas['tf-reason'],
  questionSchemas.numeric,
  questionSchemas.shape,
  questionSchemas.table,
  questionSchemas.interval,
  questionSchemas['cloze-code'],
]);

export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export const QUESTION_TYPES = Object.keys(questionSchemas) as QuestionType[];
export type Shape = z.infer<typeof shapeSchema>;
export type Interval = z.infer<typeof intervalSchema>;
