import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Lang } from '#lib/core/lang.ts';
import { BANK_FOLDER } from './bank.ts';

/** The code a student starts from, with comments in `lang` where the task has them; empty where it has no starter. */
export function readStarter(task: string, lang: Lang, folder = BANK_FOLDER): string {
  const files = [`starter.${lang}.js`, 'starter.js'].map((name) => path.join(/* turbopackIgnore: true */ folder, 'assignments', task, name));
  const file = files.find((each) => existsSync(each));
  return file === undefined ? '' : readFileSync(file, 'utf8');
}
