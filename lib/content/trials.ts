import 'server-only';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BANK_FOLDER } from './bank.ts';

/** A submission that comes with an assignment: its reference, which has to earn full marks or nearly, or a wrong one, which must not pass. */
export type Trial = { name: string; kind: 'reference' | 'wrong'; source: string };

/** The reference first, then the wrong ones by name. */
export function readTrials(id: string, folder = BANK_FOLDER): Trial[] {
  const read = (pattern: string, kind: Trial['kind']): Trial[] =>
    globSync(`assignments/${id}/${pattern}`, { cwd: folder })
      .toSorted()
      .map((file) => ({
        name: path.basename(file, path.extname(file)),
        kind,
        source: readFileSync(path.join(folder, file), 'utf8'),
      }));
  return [...read('reference.{js,ts}', 'reference'), ...read('wrong/*.{js,ts}', 'wrong')];
}
