import type { Answer } from './answer.ts';

/** Nothing was chosen or typed: the question counts as unanswered. */
export function isEmpty(answer: Answer | null): boolean {
  if (answer === null) return true;
  const blank = (value: unknown): boolean =>
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '') ||
    (typeof value === 'object' && Object.values(value).every(blank));
  return Object.entries(answer).every(([field, value]) => (field === 'left' || field === 'right') || blank(value));
}
