import { z } from 'zod';
import { isId, type AttemptId, type VariantId } from '../ids.ts';

/** Signed proof that a response was saved: what a student holds when a save is doubted or lost. It holds no answer, only its hash. */
export const receiptSchema = z.strictObject({
  attempt: z.custom<AttemptId>((value) => isId('attempt', value)),
  variant: z.custom<VariantId>((value) => isId('variant', value)),
  sequence: z.number().int(),
  /** SHA-256 of the answer's JSON, hex. */
  answerHash: z.string().regex(/^[0-9a-f]{64}$/),
  savedAt: z.number().int(),
  /** HMAC-SHA-256 of `signedText`, hex. */
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What is signed: every field, in one order, after the name of the form. */
export const signedText = ({
  attempt,
  variant,
  sequence,
  answerHash,
  savedAt,
}: Omit<Receipt, 'signature'>): string =>
  JSON.stringify(['derin-receipt-1', attempt, variant, sequence, answerHash, savedAt]);

/** What the database holds in place of a saved response: just this, a later save, or nothing that is as new. */
export type Kept = 'same' | 'replaced' | 'lost';

export function compareKept(receipt: Receipt, stored: { sequence: number; answerHash: string } | null): Kept {
  if (stored === null || stored.sequence < receipt.sequence) return 'lost';
  if (stored.sequence > receipt.sequence) return 'replaced';
  return stored.answerHash === receipt.answerHash ? 'same' : 'lost';
}
