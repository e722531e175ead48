import { basename, delimiter } from 'node:path';
// Bundling puts another engine's `start` in the place of this one: see bundle.ts.
import { start } from '#graders/engines/wasm/start.ts';
import { ENGINE_FOLDER } from '#graders/protocol/engine-folder.ts';

/** Makes tfjs compute with the engine that this program was bundled with. Outside a box, `DERIN_ENGINE_FILES` lists the engine's files. */
export const startEngine = (): Promise<void> => {
  const files = process.env['DERIN_ENGINE_FILES']?.split(delimiter);
  return start((name) => files?.find((file) => basename(file) === name) ?? `${ENGINE_FOLDER}/${name}`);
};
