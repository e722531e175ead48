import { basename } from 'node:path';
import type { EngineId } from '#lib/core/engines.ts';
import type { StartEngine } from '../engine.ts';
import { ENGINES } from '../engines.ts';

/** Makes tfjs in this process, outside any box, compute with an engine. Throws what is missing. */
export async function startHere(id: EngineId): Promise<void> {
  const located = ENGINES[id].locate();
  if (!located.ok) throw new Error(located.why);
  const file = new URL(`../../../${ENGINES[id].module}`, import.meta.url).href;
  const { start } = (await import(/* @vite-ignore */ file)) as { start: StartEngine };
  await start((name) => located.parts.files.find((file) => basename(file) === name)!);
}
