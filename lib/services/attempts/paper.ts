import 'server-only';
import { z } from 'zod';
import type { Student } from '#lib/core/actors.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import { studentViewSchema, toStudentView } from '#lib/core/questions/view.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { selectAttempt, selectExam, selectPaper, type AttemptRow } from '#lib/data/attempts.ts';
import { now } from '#lib/data/source.ts';
import { closeIfOverdue } from './close.ts';
import type { Lang, Text } from '#lib/core/lang.ts';
import { blueprintSchema } from '#lib/core/questions/blueprint.ts';

/** What a student sees of an open paper. Strict and named field by field: nothing of a key can ride along. */
export const paperViewSchema = z.strictObject({
  attempt: z.string(),
  title: z.string().nullable(),
  serverNow: z.number(),
  dueAt: z.number().nullable(),
  items: z.array(
    z.strictObject({
      variant: z.string(),
      position: z.number(),
      pointsMax: z.number(),
      view: studentViewSchema,
      answer: z.unknown(),
      flagged: z.boolean(),
      sequence: z.number(),
    }),
  ),
});
export type PaperView = z.infer<typeof paperViewSchema>;

/** The student's own open paper. `exam.handedIn` when it is over (the caller shows the result). */
export function viewPaper(student: Student, attemptId: AttemptId, lang: Lang): Result<PaperView> {
  const attempt = ownAttempt(student, attemptId);
  if (!attempt) return fail('exam.notFound');
  if (attempt.state === 'handedIn' || closeIfOverdue(attempt)) return fail('exam.handedIn');
  const items = selectPaper(attemptId).map(({ variant, question, response }) => ({
    variant: variant.id,
    position: variant.position,
    pointsMax: variant.pointsMax,
    view: toStudentView(question, variant.content, lang),
    answer: response?.answer ?? null,
    flagged: response?.flagged ?? false,
    sequence: response?.sequence ?? 0,
  }));
  return ok(paperViewSchema.parse({ attempt: attempt.id, title: examTitle(attempt)?.[lang] ?? null, serverNow: now(), dueAt: attempt.dueAt, items }));
}

/** The title of the attempt's exam; null for a drill. */
export function examTitle(attempt: AttemptRow): Text | null {
  const exam = attempt.examId ? selectExam(attempt.examId) : undefined;
  return exam ? blueprintSchema.parse(exam.content).title : null;
}

/** Another student's attempt looks exactly like one that does not exist. */
export function ownAttempt(student: Student, attemptId: AttemptId): AttemptRow | undefined {
  const attempt = selectAttempt(attemptId);
  return attempt?.userId === student.userId ? attempt : undefined;
}
