// Bundling puts another engine's `start` in the place of this one: see bundle.ts.
import { start } from '#graders/engines/wasm/start.ts';
import { ENGINE_FOLDER } from '#graders/protocol/engine-folder.ts';

/** Makes tfjs compute with the engine that this program was bundled with. */
export const startEngine = (): Promise<void> => {
  const folder = process.env['DERIN_ENGINE_FOLDER'] ?? ENGINE_FOLDER;
  return start((name) => `${folder}/${name}`);
};
