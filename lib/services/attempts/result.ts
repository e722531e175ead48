import 'server-only';
import type { Student } from '#lib/core/actors.ts';
import { scoreByTopic, type TopicScore } from '#lib/core/exams/attempt.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import type { Lang, Text } from '#lib/core/lang.ts';
import { toReview, type ReviewView } from '#lib/core/questions/review.ts';
import type { GradeReport } from '#lib/core/reports.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { score, type Score } from '#lib/core/score.ts';
import { readErrata, readTopics } from '#lib/content/reference.ts';
import { selectPaper, selectReports, type AttemptRow } from '#lib/data/attempts.ts';
import { examTitle, ownAttempt } from './paper.ts';

/** A judged answer with all that explains it. `report` null: left open. `conflict`: where the course notes say otherwise. */
export type Explained = { report: GradeReport | null; review: ReviewView; conflict: string | null };
export type ResultItem = Explained & { variant: string; position: number; topic: string; score: Score; max: Score };
export type AttemptResult = { attempt: AttemptRow; title: string | null; topics: (TopicScore & { title: string })[]; items: ResultItem[] };

/** The result of the student's own handed-in paper, with everything that explains it. */
export function viewResult(student: Student, attemptId: AttemptId, lang: Lang): Result<AttemptResult> {
  const attempt = ownAttempt(student, attemptId);
  if (!attempt) return fail('exam.notFound');
  if (attempt.state === 'open') return fail('exam.stillOpen');
  return ok(resultOf(attempt, lang));
}

/** For callers that have checked the right to see this attempt. */
export function resultOf(attempt: AttemptRow, lang: Lang): AttemptResult {
  const reports = new Map(selectReports(attempt.id).map((row) => [row.variantId, row]));
  const items = selectPaper(attempt.id).map(({ variant, question, topic, response }): ResultItem => {
    const row = reports.get(variant.id);
    const review = toReview(question, variant.content, response?.answer ?? null, row?.report ?? null, lang);
    return { ...explained(review, row?.report ?? null, lang), variant: variant.id, position: variant.position, topic, score: row?.score ?? score(0), max: variant.pointsMax };
  });
  const titles = readTopics();
  const topics = scoreByTopic(items).map((t) => ({ ...t, title: titles.get(t.topic)?.[lang] ?? t.topic }));
  return { attempt, title: examTitle(attempt)?.[lang] ?? null, topics, items };
}

/** For callers that have checked the right to see this review. */
export function explained(review: ReviewView, report: GradeReport | null, lang: Lang): Explained {
  return { report, review, conflict: conflictText(readErrata().get(review.noteConflict ?? ''), lang) };
}

const conflictText = (erratum: { claim: Text; fact: Text } | undefined, lang: Lang): string | null => (erratum ? `${erratum.claim[lang]} → ${erratum.fact[lang]}` : null);
