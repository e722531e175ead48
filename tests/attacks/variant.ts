import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Layer } from '#graders/sandbox/layers.ts';
import { MUTANTS } from './mutants.ts';
import { AIDS } from './mutants/aids.ts';
import type { Edit, Mutant } from './mutants/edit.ts';
import type { Change } from './attack.ts';

/**
 * The project's own modules once more, with some checks edited out of their source as they are loaded. Production code therefore has
 * no switch that turns a check off: what is tested is the text itself, and a mutant whose text is not there is an error.
 */
export type Variant = {
  guards: readonly Change[];
  id: string;
  /** A module by its path in the project, such as `graders/host/grader.ts`. */
  load<T>(file: string): Promise<T>;
};

const ROOT = path.resolve(import.meta.dirname, '../..');
const ROOT_URL = pathToFileURL(`${ROOT}/`).href;
const edits = new Map<string, readonly Edit[]>();
let variants = 0;

/** The host as it is, but for `guards`. Layers are taken away from every box that it starts. */
export function makeVariant(guards: readonly Change[]): Variant {
  const changes: Record<string, Mutant> = { ...MUTANTS, ...AIDS };
  const layers = guards.filter((guard): guard is Layer => !(guard in changes));
  const mutants = guards.flatMap((guard) => changes[guard]?.edits ?? []);
  const id = String(++variants);
  edits.set(id, layers.length > 0 ? [...mutants, withoutLayers(layers)] : mutants);
  return { guards, id, load: (file) => import(`${ROOT_URL}${file}?variant=${id}`) };
}

const withoutLayers = (layers: readonly Layer[]): Edit => ({
  file: 'graders/sandbox/box.ts',
  find: 'const without = spec.without ?? [];',
  put: `const without = [...(spec.without ?? []), ...${JSON.stringify(layers)}];`,
});

const variantOf = (url: string | undefined): string | null =>
  url?.startsWith(ROOT_URL) ? new URL(url).searchParams.get('variant') : null;

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const id = variantOf(context.parentURL);
    const isOurs = resolved.url.startsWith(ROOT_URL) && !resolved.url.includes('/node_modules/');
    if (id === null || !isOurs || variantOf(resolved.url) !== null) return resolved;
    return { ...resolved, url: `${resolved.url}?variant=${id}` };
  },
  load(url, context, next) {
    const loaded = next(url, context);
    const id = variantOf(url);
    if (id === null) return loaded;
    const file = path.relative(ROOT, fileURLToPath(new URL(url)));
    const mine = edits.get(id)!.filter((edit) => edit.file === file);
    return mine.length === 0 ? loaded : { ...loaded, source: mine.reduce(applyEdit, String(loaded.source)) };
  },
});

function applyEdit(source: string, { file, find, put }: Edit): string {
  if (source.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
  return source.replace(find, () => put);
}
