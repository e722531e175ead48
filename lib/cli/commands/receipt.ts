import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { operator } from '#lib/auth/actors.ts';
import { config } from '#lib/config/config.ts';
import { receiptSchema, type Receipt } from '#lib/core/exams/receipt.ts';
import { database, migrateDatabase } from '#lib/data/database.ts';
import { verifyReceipt } from '#lib/services/attempts/receipts.ts';
import { answer, refuse } from '../output.ts';
import { ensureSecrets } from '../supervisor/secrets.ts';

/** `receipt verify <file>`: were these saves confirmed here, and are they still there? Exit code 1 when one is not genuine or is lost. */
export async function receiptVerify(file: string, { json }: { json: boolean }): Promise<number> {
  const receipts = readReceipts(file);
  const secret = installedSecret();
  migrateDatabase(database());
  const verified = receipts.map((receipt) => ({ ...receipt, ...verifyReceipt(operator(), receipt, secret) }));
  const sound = verified.every(({ kept }) => kept === 'same' || kept === 'replaced');
  answer(json, { ok: sound, receipts: verified }, () =>
    verified.map(
      ({ variant, sequence, savedAt, genuine, kept }) =>
        `${genuine ? kept : 'NOT GENUINE'}  ${variant}  save ${sequence}  ${new Date(savedAt).toISOString()}`,
    ),
  );
  return sound ? 0 : 1;
}

/** The downloaded file, or one receipt as a save answered it. */
const fileSchema = z.union([
  z.strictObject({ receipts: z.array(receiptSchema).min(1) }),
  receiptSchema.transform((receipt) => ({ receipts: [receipt] })),
]);

function readReceipts(file: string): Receipt[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).receipts;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw typeof code === 'string'
      ? refuse('cli.unreadableFile', { file, reason: code })
      : refuse('cli.noReceipt', { file });
  }
}

/** Receipts are only genuine beside the secret that signed them; a new one must not be made here. */
function installedSecret(): string {
  const { dataFolder } = config();
  if (!existsSync(path.join(dataFolder, 'secrets.json')))
    throw refuse('cli.noInstallation', { folder: dataFolder });
  return ensureSecrets(dataFolder).session;
}
