import type { Instant } from '../clock.ts';
import { instant } from '../clock.ts';
import { fail, ok, type Result } from '../result.ts';
import { sumScores, type Score } from '../score.ts';

/** One sitting: open → handedIn. All decisions about it are made here from plain data. */
export type AttemptState = { state: 'open' | 'handedIn'; startedAt: Instant; dueAt: Instant | null };

/** A save that left the browser before the end still counts when it arrives this much later. */
export const GRACE_MS = 30_000;

export const dueAfter = (startedAt: Instant, durationSeconds: number, closesAt: Instant | null): Instant => {
  const end = startedAt + durationSeconds * 1000;
  return instant(closesAt === null ? end : Math.min(end, closesAt));
};

/** May a response still be saved? */
export function canSave(attempt: AttemptState, now: Instant): Result<null, { code: 'exam.handedIn' | 'exam.timeOver' }> {
  if (attempt.state === 'handedIn') return fail('exam.handedIn');
  return attempt.dueAt !== null && now > attempt.dueAt + GRACE_MS ? fail('exam.timeOver') : ok(null);
}

/** The clock has run out and no save can be under way any more: the server hands in what is saved. */
export const isOverdue = (attempt: AttemptState, now: Instant): boolean => attempt.state === 'open' && attempt.dueAt !== null && now > attempt.dueAt + GRACE_MS;

/** A save replaces the stored one only when it is newer: `sequence` counts the changes of one response. */
export const isNewer = (sequence: number, stored: number | null): boolean => stored === null || sequence > stored;

export type TopicScore = { topic: string; score: Score; max: Score };

/** The spread of a paper's score over its topics, in the paper's order. */
export function scoreByTopic(items: readonly TopicScore[]): TopicScore[] {
  const topics = [...new Set(items.map((item) => item.topic))];
  return topics.map((topic) => {
    const own = items.filter((item) => item.topic === topic);
    return { topic, score: sumScores(own.map((i) => i.score)), max: sumScores(own.map((i) => i.max)) };
  });
}
