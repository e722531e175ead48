import 'server-only';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Text } from '#lib/core/lang.ts';
import { errataSchema, taxonomySchema, type Erratum } from '#lib/core/questions/taxonomy.ts';
import { BANK_FOLDER } from './bank.ts';
import { parseYaml } from './yaml.ts';

/** Titles of topics by id. */
export const readTopics = (): Map<string, Text> => new Map(read('taxonomy.yml', taxonomySchema).map((t) => [t.id, { tr: t.tr, en: t.en }]));

/** Errata of the notes by id. */
export const readErrata = (): Map<string, Erratum> => new Map(read('errata.yml', errataSchema).map((e) => [e.id, e]));

/** Parsed files, kept until the file changes. */
const kept = new Map<string, { changedMs: number; value: unknown }>();

function read<T>(name: string, schema: z.ZodType<T[]>): T[] {
  const file = path.join(BANK_FOLDER, name);
  if (!existsSync(file)) return [];
  const changedMs = statSync(file).mtimeMs;
  const known = kept.get(name);
  if (known?.changedMs === changedMs) return known.value as T[];
  const value = parseYaml(name, readFileSync(file, 'utf8'), schema).value ?? [];
  kept.set(name, { changedMs, value });
  return value;
}
