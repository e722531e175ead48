import { expect, test } from 'vitest';
import {
  ENGINE_IDS,
  resolveEngine,
  type EngineChoice,
  type EngineId,
  type EnginePreference,
} from './engines.ts';

const all = new Set<EngineId>(ENGINE_IDS);
const only = (...ids: EngineId[]) => new Set<EngineId>(ids);
const nothing: EnginePreference = { engine: null, engineOrder: [] };
const order: EngineId[] = ['wasm-blas', 'tensorflow', 'wasm'];

test.each<[EngineChoice, EnginePreference, ReadonlySet<EngineId>, EngineId | null]>([
  ['auto', nothing, all, 'wasm'],
  ['auto', { engine: 'tensorflow', engineOrder: order }, all, 'tensorflow'],
  ['auto', { engine: null, engineOrder: order }, all, 'wasm-blas'],
  ['auto', { engine: null, engineOrder: order }, only('tensorflow', 'wasm'), 'tensorflow'],
  ['auto', { engine: 'tensorflow-gpu', engineOrder: [] }, only('wasm-blas', 'wasm'), 'wasm'],
  ['tensorflow', { engine: 'wasm', engineOrder: order }, all, 'tensorflow'],
  ['tensorflow', nothing, only('wasm'), null],
  ['auto', nothing, only(), null],
])('%s with %o gives %4$s', (choice, preference, usable, expected) => {
  const resolved = resolveEngine(choice, preference, usable);
  expect(resolved.ok ? resolved.value : null).toBe(expected);
});
