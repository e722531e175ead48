import { ENGINE_IDS, type EngineId } from '#lib/core/engines.ts';

/** What tfjs 4.22 cannot do, by the name of the case. A submission that meets one of the first kind is told so: `known-defects.ts` of the boxes. */
const EVERYWHERE: Record<string, string> = {
  mirrorPad: 'tfjs-core: its gradient ignores what was mirrored',
  stridedSlice: 'tfjs-core has no gradient for StridedSlice',
  depthToSpace: 'tfjs-core has no gradient for DepthToSpace',
  gatherND: 'tfjs-core has no gradient for GatherNd',
  cumprod: 'tfjs-core has no gradient for Cumprod',
  'values of topk': 'tfjs-core has no gradient for TopK',
  'where with its own condition': 'tfjs-core has no gradient for Greater',
  'dilated convolution': 'tfjs-core has no gradient for dilated convolutions',
  'conv2d dilated': 'tfjs-core has no gradient for dilated convolutions',
  'gradient of einsum': 'tfjs-core has no gradient for Einsum',
  'conv1d causal': 'tfjs-layers refuses causal padding',
  'elu with another alpha': 'tfjs-layers refuses another alpha than 1 in the layer ELU',
  'upSampling2d, bilinear': 'tfjs-layers samples at corners, Keras 3 at the middle of pixels',
  hardSigmoid: 'tfjs-layers computes that of Keras 2, 0.2x + 0.5',
  adadelta:
    'tfjs-core divides by the gradients before this step, so that the first step is as long as with SGD',
};

const WASM: Record<string, string> = {
  'absolute values of rfft': 'tfjs-backend-wasm has no complex numbers',
};
const TENSORFLOW: Record<string, string> = {
  'rotateWithOffset by a half turn': 'tfjs-node has no kernel RotateWithOffset',
};

const DEFECTS: Record<EngineId, Record<string, string>> = {
  'tensorflow-gpu': TENSORFLOW,
  tensorflow: TENSORFLOW,
  'wasm-blas': WASM,
  wasm: WASM,
};

/** Why a case is skipped on an engine; null when it must pass. */
export const defectOf = (id: EngineId, name: string): string | null =>
  EVERYWHERE[name] ?? DEFECTS[id][name] ?? null;

/** Every case that some engine is let off. */
export const DEFECTIVE = [
  ...Object.keys(EVERYWHERE),
  ...ENGINE_IDS.flatMap((id) => Object.keys(DEFECTS[id])),
];
