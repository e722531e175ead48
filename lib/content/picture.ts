import 'server-only';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lang } from '#lib/core/lang.ts';
import { BANK_FOLDER } from './bank.ts';

export type Picture = { svg: string; alt: string };

/** A small picture of an assignment's public data with its text alternative, drawn by the assignment itself. */
export async function dataPicture(task: string, lang: Lang): Promise<Picture> {
  const url = pathToFileURL(path.join(BANK_FOLDER, 'assignments', task, 'data.ts')).href;
  const loaded = (await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ url)) as { default: { picture(lang: Lang): Picture | Promise<Picture> } };
  return loaded.default.picture(lang);
}
