/** The most code a submission may have. Data do not belong into it: they are given. */
export const SOURCE_BYTES_MAX = 256 * 1024;

export type SourceProblem = 'code.tooLarge' | 'code.notText' | 'code.empty';

/** Why this cannot be the code of a submission; null when it can. */
export function sourceProblem(source: string): SourceProblem | null {
  if (new TextEncoder().encode(source).byteLength > SOURCE_BYTES_MAX) return 'code.tooLarge';
  // A byte that was no UTF-8 arrives as U+FFFD, half a surrogate pair as itself.
  if (source.includes('\u0000') || source.includes('\ufffd') || !source.isWellFormed()) return 'code.notText';
  return source.trim() === '' ? 'code.empty' : null;
}
