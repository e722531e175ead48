import 'server-only';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Operator, Student } from '#lib/core/actors.ts';
import { compareKept, signedText, type Kept, type Receipt } from '#lib/core/exams/receipt.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { sessionSecret } from '#lib/auth/session-secret.ts';
import { selectPaper, selectResponse, type ResponseRow } from '#lib/data/attempts.ts';
import { ownAttempt } from './paper.ts';

/** The receipt of a response as it is stored. */
export function receiptOf(attempt: AttemptId, response: ResponseRow, secret = sessionSecret()): Receipt {
  const { variantId: variant, sequence, savedAt } = response;
  const signed = { attempt, variant, sequence, answerHash: hashOf(response), savedAt };
  return { ...signed, signature: sign(signed, secret) };
}

/** The receipts of the student's own paper, open or handed in, in the order of its questions. */
export function listReceipts(student: Student, attemptId: AttemptId): Result<Receipt[]> {
  if (!ownAttempt(student, attemptId)) return fail('exam.notFound');
  return ok(
    selectPaper(attemptId).flatMap(({ response }) => (response ? [receiptOf(attemptId, response)] : [])),
  );
}

export type Verified = { genuine: boolean; kept: Kept | null };

/** Was it signed here, and is what it proves still there? `kept` null: not genuine, so nothing is said of our data. */
export function verifyReceipt(_actor: Operator, receipt: Receipt, secret: string): Verified {
  const genuine = timingSafeEqual(Buffer.from(sign(receipt, secret)), Buffer.from(receipt.signature));
  if (!genuine) return { genuine, kept: null };
  const stored = selectResponse(receipt.variant);
  return {
    genuine,
    kept: compareKept(receipt, stored ? { sequence: stored.sequence, answerHash: hashOf(stored) } : null),
  };
}

const hashOf = ({ answer }: Pick<ResponseRow, 'answer'>): string =>
  createHash('sha256').update(JSON.stringify(answer)).digest('hex');

/** With a key of its own, derived from the secret of the sessions: no signature of one kind can stand for the other. */
function sign(receipt: Omit<Receipt, 'signature'>, secret: string): string {
  const key = createHmac('sha256', secret).update('receipts').digest();
  return createHmac('sha256', key).update(signedText(receipt)).digest('hex');
}
