import type { Instant } from '../clock.ts';

/** What decides whether a sitting may start. Null ends: open from the beginning, never closes, as often as one likes. */
export type OfferRules = { opensAt: Instant | null; closesAt: Instant | null; attemptsMax: number | null; withdrawnAt: Instant | null };

export type StartRefusal = 'exam.withdrawn' | 'exam.notOpen' | 'exam.closed' | 'exam.noAttemptsLeft';

/** Why no new sitting may start now; null when it may. `sittings`: those this student has had. The closing instant itself is closed. */
export function startRefusal(exam: OfferRules, sittings: number, now: Instant): StartRefusal | null {
  if (exam.withdrawnAt !== null) return 'exam.withdrawn';
  if (exam.opensAt !== null && now < exam.opensAt) return 'exam.notOpen';
  if (exam.closesAt !== null && now >= exam.closesAt) return 'exam.closed';
  return exam.attemptsMax !== null && sittings >= exam.attemptsMax ? 'exam.noAttemptsLeft' : null;
}
