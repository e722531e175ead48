import 'server-only';
import { z } from 'zod';
import type { Student } from '#lib/core/actors.ts';
import { canSave, resolveSave } from '#lib/core/exams/attempt.ts';
import type { Receipt } from '#lib/core/exams/receipt.ts';
import type { AttemptId, VariantId } from '#lib/core/ids.ts';
import { answerSchemas, type Answer } from '#lib/core/questions/answer.ts';
import { isEmpty } from '#lib/core/questions/is-empty.ts';
import { readAnswer } from '#lib/core/questions/read-answer.ts';
import type { QuestionType } from '#lib/core/questions/schema.ts';
import type { FormatIssue } from '#lib/core/reports.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { inTransaction } from '#lib/data/database.ts';
import { selectSavePlace, upsertResponse } from '#lib/data/attempts.ts';
import { now } from '#lib/data/source.ts';
import { receiptOf } from './receipts.ts';

export const saveSchema = z.strictObject({ answer: z.unknown(), flagged: z.boolean(), sequence: z.number().int().min(1).max(1_000_000) });
export type SaveInput = z.infer<typeof saveSchema>;
export type Saved = { savedAt: number; issues: FormatIssue[]; receipt: Receipt };

/**
 * Saves one response as typed, so an unreadable number is kept. Answers the instant of the save, and in `issues` why the judge could not
 * read it as it stands, with a signed receipt. The
 * same save sent again is confirmed again; an older one is refused with `exam.staleSave`. Every refusal leaves the stored response as it
 * was: `exam.notFound`, `exam.handedIn`, `exam.timeOver`, `exam.wrongForm` (not an answer to this type of question).
 */
export function saveResponse(student: Student, attemptId: AttemptId, variantId: VariantId, input: SaveInput): Result<Saved> {
  return inTransaction(() => {
    const place = selectSavePlace(attemptId, variantId);
    if (place?.userId !== student.userId) return fail('exam.notFound');
    const at = now();
    const allowed = canSave(place, at);
    if (!allowed.ok) return allowed;
    const answer = parseAnswer(place.type, input.answer);
    if (!answer.ok) return answer;
    const save = { variantId, answer: answer.value, flagged: input.flagged, sequence: input.sequence };
    const verdict = resolveSave(place.response, save);
    if (verdict === 'stale') return fail('exam.staleSave');
    const stored = verdict === 'same' ? place.response! : { ...save, savedAt: at };
    if (verdict === 'write') upsertResponse(stored);
    return ok({ savedAt: stored.savedAt, issues: issuesOf(place, answer.value), receipt: receiptOf(attemptId, stored) });
  });
}

function parseAnswer(type: QuestionType, answer: unknown): Result<Answer | null, { code: 'exam.wrongForm' }> {
  if (answer === null) return ok(null);
  const parsed = answerSchemas[type].safeParse(answer);
  return parsed.success ? ok(parsed.data as Answer) : fail('exam.wrongForm');
}

function issuesOf({ type, ratio }: { type: QuestionType; ratio: number | null }, answer: Answer | null): FormatIssue[] {
  if (answer === null || isEmpty(answer)) return [];
  const reading = readAnswer(type, answer, ratio === 1);
  return reading.ok ? [] : reading.issues;
}
