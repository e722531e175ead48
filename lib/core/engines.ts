import { z } from 'zod';
import { fail, ok, type Result } from './result.ts';

/**
 * What computes a training in a box, all behind TensorFlow.js. They agree within rounding, not bit by bit, so a report names its own.
 * `tensorflow-gpu`, `tensorflow`: TensorFlow's own kernels. `wasm-blas`: wasm with OpenBLAS. `wasm`: always there, same bits everywhere.
 */
export const ENGINE_IDS = ['tensorflow-gpu', 'tensorflow', 'wasm-blas', 'wasm'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];
export const engineSchema = z.enum(ENGINE_IDS);

/** What a request may ask for. */
export const ENGINE_CHOICES = ['auto', ...ENGINE_IDS] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

/** Nothing to install and the same bits on every machine: what grades when nothing else is asked for. */
export const FALLBACK_ENGINE: EngineId = 'wasm';

/** Engines on which this project's own kernels and compiled steps can train; the others compute as they come. */
export const isAccelerated = (id: EngineId): boolean => id === 'wasm' || id === 'wasm-blas';

/** What an assignment says: the engine its author declared, and the order in which calibration found them fastest. */
export type EnginePreference = { engine: EngineId | null; engineOrder: EngineId[] };

/**
 * `auto` is the declared engine, else the fastest one, else the fallback; of those the first that this machine can use. A named
 * engine is that one or a refusal: numbers of another engine would not be what was asked for.
 */
export function resolveEngine(
  choice: EngineChoice,
  { engine, engineOrder }: EnginePreference,
  usable: ReadonlySet<EngineId>,
): Result<EngineId, { code: 'engineNotUsable'; values?: Record<string, string | number> }> {
  const wanted =
    choice === 'auto' ? [...(engine ? [engine] : []), ...engineOrder, FALLBACK_ENGINE] : [choice];
  const found = wanted.find((id) => usable.has(id));
  return found ? ok(found) : fail('engineNotUsable', { engine: wanted[0]! });
}
