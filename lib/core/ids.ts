/** One table of prefixes: an id tells its kind at sight and cannot be passed for another kind. */
export const ID_PREFIXES = {
  user: 'usr',
  course: 'crs',
  exam: 'exm',
  attempt: 'att',
  variant: 'var',
  assignment: 'asg',
  submission: 'sub',
  run: 'run',
  report: 'rep',
  job: 'job',
  audit: 'aud',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;
export type Id<K extends IdKind> = string & { readonly __kind: K };

export type UserId = Id<'user'>;
export type CourseId = Id<'course'>;
export type ExamId = Id<'exam'>;
export type AttemptId = Id<'attempt'>;
export type VariantId = Id<'variant'>;
export type AssignmentId = Id<'assignment'>;
export type SubmissionId = Id<'submission'>;
export type RunId = Id<'run'>;
export type ReportId = Id<'report'>;
export type JobId = Id<'job'>;
export type AuditId = Id<'audit'>;

/** Alphabet without look-alikes (0/o, 1/l/i). 31 symbols, so 16 characters carry about 79 bits. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 16;

/** `bytes`: at least 32 random bytes; the caller owns randomness. Bytes that would bias the draw are skipped. */
export function makeId<K extends IdKind>(kind: K, bytes: Uint8Array): Id<K> {
  const limit = 256 - (256 % ALPHABET.length);
  const symbols = [...bytes].filter((b) => b < limit).map((b) => ALPHABET[b % ALPHABET.length]);
  if (symbols.length < LENGTH) throw new RangeError('makeId needs more random bytes');
  return `${ID_PREFIXES[kind]}_${symbols.slice(0, LENGTH).join('')}` as Id<K>;
}

/** True when `value` looks like an id of this kind: for values that come from a URL or a form. */
export function isId<K extends IdKind>(kind: K, value: unknown): value is Id<K> {
  return typeof value === 'string' && new RegExp(`^${ID_PREFIXES[kind]}_[${ALPHABET}]{${LENGTH}}$`).test(value);
}
