import type { Answer } from '#lib/core/questions/answer.ts';

/** A question as the browser gets it: text already rendered on the server to HTML, nothing of the key. */
export type Labelled = { id: string; html: string };

export type ItemBody =
  | { kind: 'choose'; many: boolean; options: Labelled[] }
  | { kind: 'judge'; reasons: Labelled[] }
  | { kind: 'number'; ratio: boolean }
  | { kind: 'shape' }
  | { kind: 'table'; columns: (Labelled & { choices: { id: string; text: string }[] })[]; rows: Labelled[] }
  | { kind: 'interval' }
  | { kind: 'cloze'; parts: ({ html: string } | { blank: string })[] };

export type Item = { variant: string; position: number; points: string; stem: string; code: string | null; body: ItemBody; answer: Answer | null; flagged: boolean; sequence: number };

/** What the student has given for one item at this moment. */
export type Given = { answer: Answer | null; flagged: boolean };
