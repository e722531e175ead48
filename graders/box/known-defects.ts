import * as tf from '@tensorflow/tfjs';
import type { FailureCode } from '#lib/core/assignments/facts.ts';
import { BoxFailure } from './fail.ts';

/**
 * Gaps of tfjs 4.22 that every engine shares. A training that meets one stops with a text that names it; without this it would end in
 * words that blame the student, or go on and give a wrong number. (Early stopping that restores weights and `tf.data` that shuffles
 * without a seed are mended instead: `early-stopping.ts`, `determinism.ts`.)
 */
const SAYINGS: [RegExp, FailureCode][] = [
  [
    /dilation rates greater than 1 are not yet supported in gradients\. Got dilations '([^']*)'/,
    'dilatedGradient',
  ],
  [/gradient function not found for (\w+)/, 'noGradient'],
  [/does not support reset_after/, 'resetAfter'],
  [/restoreBestWeights = True is not implemented/, 'restoreBestWeights'],
];

/** The gap that tfjs's own words tell of, null for any other error. */
export function defectOf(message: string): { code: FailureCode; message: string } | null {
  for (const [saying, code] of SAYINGS) {
    const found = saying.exec(message);
    if (found) return { code, message: found[1] ?? '' };
  }
  return null;
}

/** Gaps that tfjs passes over in silence. From now on they are refused. */
export function refuseKnownDefects(): void {
  refuseLossWeights();
  tf.unregisterGradient('MirrorPad');
  tf.registerGradient({
    kernelName: 'MirrorPad',
    gradFunc: () => {
      throw new BoxFailure('noGradient', 'MirrorPad');
    },
  });
}

/** `compile` takes `lossWeights` and forgets them: weights that are all 1 change nothing. */
function refuseLossWeights(): void {
  const model = tf.LayersModel.prototype;
  const { compile } = model;
  model.compile = function (args) {
    const weights = Object.values((args as { lossWeights?: Record<string, unknown> }).lossWeights ?? {});
    if (weights.some((weight) => weight !== 1))
      throw new BoxFailure('lossWeights', weights.map(String).join(', ').slice(0, 100));
    return compile.call(this, args);
  };
}
