import type { EngineId } from '#lib/core/engines.ts';
import type { Engine } from './engine.ts';
import { locateTensorflow, type TensorflowId } from './tensorflow/locate.ts';
import { locateWasm } from './wasm/locate.ts';
import { locateWasmBlas } from './wasm-blas/locate.ts';

/** Every engine by its id. */
export const ENGINES: Record<EngineId, Engine> = {
  'tensorflow-gpu': tensorflow('tensorflow-gpu'),
  tensorflow: tensorflow('tensorflow'),
  'wasm-blas': { module: 'graders/engines/wasm-blas/start.ts', form: 'module', locate: locateWasmBlas },
  wasm: { module: 'graders/engines/wasm/start.ts', form: 'module', locate: locateWasm },
};

function tensorflow(id: TensorflowId): Engine {
  return { module: 'graders/engines/tensorflow/start.ts', form: 'main', locate: () => locateTensorflow(id) };
}
