import { z } from 'zod';

/**
 * What the browser sends for each question type: what the student typed or chose, unparsed. Reading it is the scorer's
 * business, so an unreadable number is saved as typed and reported, never lost.
 */
const typed = z.string().max(200);
const chosen = z.string().max(40);

export const answerSchemas = {
  'single-choice': z.strictObject({ option: chosen }),
  'multiple-choice': z.strictObject({ options: z.array(chosen).max(10) }),
  'tf-reason': z.strictObject({ value: z.boolean().optional(), reason: chosen.optional() }),
  numeric: z.strictObject({ text: typed }),
  shape: z.strictObject({ text: typed }),
  table: z.strictObject({ cells: z.record(chosen, z.record(chosen, chosen)) }),
  interval: z.strictObject({ left: z.literal(['(', '[']).optional(), low: typed, high: typed, right: z.literal([')', ']']).optional() }),
  'cloze-code': z.strictObject({ blanks: z.record(chosen, typed) }),
} as const;

export type AnswerOf<T extends keyof typeof answerSchemas> = z.infer<(typeof answerSchemas)[T]>;
export type Answer = { [T in keyof typeof answerSchemas]: AnswerOf<T> }[keyof typeof answerSchemas];
