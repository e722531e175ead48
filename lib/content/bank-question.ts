import type { Question } from '#lib/core/questions/schema.ts';

/** A question as it stands in the bank; the files are relative to the bank's folder. */
export type BankQuestion = { question: Question; topic: string; file: string; generatorFile: string | null };
