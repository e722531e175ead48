import type { Instant } from '../clock.ts';
import { instant } from '../clock.ts';
import { fail, ok, type Result } from '../result.ts';
import { sumScores, type Score } from '../score.ts';

/** One sitting: open → handedIn. All decisions about it are made here from plain data. */
export type AttemptState = { state: 'open' | 'handedIn'; dueAt: Instant | null };

/** A save that left the browser before the end still counts when it arrives this much later. */
export const GRACE_MS = 30_000;

/** The end of a sitting: its duration after the start, or the closing time of the exam when that comes first. */
export const dueAfter = (startedAt: Instant, durationSeconds: number, closesAt: Instant | null): Instant => {
  const end = startedAt + durationSeconds * 1000;
  return instant(closesAt === null ? end : Math.min(end, closesAt));
};

/** May a response still be saved? Refusals: `exam.handedIn`, `exam.timeOver` (the grace has passed as well). */
export function canSave(attempt: AttemptState, now: Instant): Result<null, { code: 'exam.handedIn' | 'exam.timeOver' }> {
  if (attempt.state === 'handedIn') return fail('exam.handedIn');
  return isOverdue(attempt, now) ? fail('exam.timeOver') : ok(null);
}

/** The clock has run out and no save can be under way any more: the server hands in what is saved. */
export const isOverdue = (attempt: AttemptState, now: Instant): boolean => attempt.state === 'open' && attempt.dueAt !== null && now > attempt.dueAt + GRACE_MS;

/** Who hands in at this moment: from the due time on it is the clock, whoever sends the request. */
export const handedInBy = (attempt: AttemptState, now: Instant): 'student' | 'clock' => (attempt.dueAt !== null && now >= attempt.dueAt ? 'clock' : 'student');

/** What a save carries and what is stored of it. `sequence` numbers the saves of one response: one more than the last its tab knows of. */
export type Saved = { answer: unknown; flagged: boolean; sequence: number };

/**
 * What to do with a save that arrives: `write` it when it is newer than the stored one, answer `same` when it is that very save sent
 * again (its confirmation was lost on the way), refuse it as `stale` otherwise.
 */
export function resolveSave(stored: Saved | null, incoming: Saved): 'write' | 'same' | 'stale' {
  if (stored === null || incoming.sequence > stored.sequence) return 'write';
  return incoming.sequence === stored.sequence && incoming.flagged === stored.flagged && JSON.stringify(incoming.answer) === JSON.stringify(stored.answer) ? 'same' : 'stale';
}

export type TopicScore = { topic: string; score: Score; max: Score };

/** The spread of a paper's score over its topics, in the paper's order. */
export function scoreByTopic(items: readonly TopicScore[]): TopicScore[] {
  const topics = [...new Set(items.map((item) => item.topic))];
  return topics.map((topic) => {
    const own = items.filter((item) => item.topic === topic);
    return { topic, score: sumScores(own.map((i) => i.score)), max: sumScores(own.map((i) => i.max)) };
  });
}
