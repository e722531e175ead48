import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

const key = z.string().regex(/^[0-9a-f]{64}$/);
const secretsSchema = z.strictObject({
  /** Sessions are encrypted with it. */
  session: key,
  /** Hidden data are derived from it. */
  hiddenData: key,
});
export type Secrets = z.infer<typeof secretsSchema>;

/** Reads the installation's secrets, making them (mode 600) at the first start. A damaged file is reported, never replaced. */
export function ensureSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json');
  if (!existsSync(file)) {
    const fresh = { session: randomBytes(32).toString('hex'), hiddenData: randomBytes(32).toString('hex') };
    writeFileSync(file, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx' });
    return fresh;
  }
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Refusal(`The secrets in ${file} cannot be read. Restore the file from a backup; with new secrets everybody is logged out and hidden data change.`);
  }
}
