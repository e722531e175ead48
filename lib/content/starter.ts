import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BANK_FOLDER } from './bank.ts';

/** The code a student starts from; empty where the task has none. */
export function readStarter(task: string): string {
  const file = path.join(/* turbopackIgnore: true */ BANK_FOLDER, 'assignments', task, 'starter.js');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
