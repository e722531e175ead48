import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Generator } from '#lib/core/questions/generator.ts';

/** The generator beside a computed question. The import is native: the bank is not part of the web bundle. */
export async function loadGenerator(folder: string, file: string): Promise<Generator> {
  const url = pathToFileURL(path.join(folder, file)).href;
  const loaded = (await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ url)) as { default?: Partial<Generator> };
  if (typeof loaded.default?.generate !== 'function') throw new Error(`${file} does not export a generator by default`);
  return loaded.default as Generator;
}
