import 'server-only';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { blueprintSchema, type Blueprint } from '#lib/core/questions/blueprint.ts';
import { parseYaml } from './yaml.ts';

/** The valid blueprints of the bank. A faulty one is reported by `loadBank`, which publication runs first. */
export function readBlueprints(folder: string): Blueprint[] {
  return globSync('exams/*.yml', { cwd: folder }).toSorted().flatMap((file) => parseYaml(file, readFileSync(path.join(folder, file), 'utf8'), blueprintSchema).value ?? []);
}
