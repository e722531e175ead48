import { accessSync, constants, mkdirSync } from 'node:fs';
import { database, migrateDatabase } from '#lib/data/database.ts';
import type { Config } from '#lib/config/config.ts';
import { publishBank } from '#lib/services/publication/publish.ts';
import { ensureFirstCourse, type FirstAccount } from '#lib/services/seed.ts';
import { ensureOffers } from '#lib/services/publication/offers.ts';
import { operator } from '#lib/auth/actors.ts';
import { Refusal } from './refusal.ts';
import { ensureSecrets, type Secrets } from './secrets.ts';

export type Prepared = { secrets: Secrets; accounts: FirstAccount[] | null };

/** Data folder, secrets, schema, question bank and the ready-made course. */
export async function prepareData(settings: Config): Promise<Prepared> {
  requireWritable(settings.dataFolder);
  const secrets = ensureSecrets(settings.dataFolder);
  migrate(settings.dataFolder);
  const published = await publishBank(operator());
  if (!published.ok) {
    for (const fault of published.faults) process.stderr.write(`${fault.file}:${fault.line}: ${fault.message}\n`);
    throw new Refusal(`The question bank has ${published.faults.length} faults (listed above); the last good publication stays as it is. Mend them and start again.`);
  }
  const accounts = await ensureFirstCourse();
  ensureOffers(operator());
  return { secrets, accounts };
}

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new Refusal(`The data folder ${folder} cannot be written. Give this user the right to it, or choose another: DERIN_DATA=<folder> npm start`);
  }
}

function migrate(folder: string): void {
  try {
    migrateDatabase(database());
  } catch (error) {
    throw new Refusal(`The database in ${folder} could not be brought up to date (${rootCause(error)}). Nothing was changed; restore a backup or move the folder away.`);
  }
}

/** What the database itself said, without the statement that was tried. */
function rootCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : rootCause(error.cause);
}
