import type { Base } from '#lib/core/assignments/data.ts';
import type { Measures } from '#lib/core/assignments/measures.ts';

type Weight = { shape: number[]; values: Float32Array };

/**
 * How a trained model relates to the base it was given. `baseMoved`: the length of the change of the base's kernels over their
 * length; null where the model has none of their shapes. Only the first layers need be there: the rest of a base may be cut off.
 * Kernels are found by shape, the nearest one counts, so it does not matter how a script put the base into its model.
 * `headParams`: the parameters beside those of the base's layers.
 */
export function baseMeasures(model: Base, base: Base): Measures {
  const [own, given] = [weightsOf(model), weightsOf(base)];
  const total = own.reduce((sum, { values }) => sum + values.length, 0);
  const pairs: { kernel: Weight; changeSquared: number }[] = [];
  for (const kernel of given.filter(({ shape }) => shape.length > 1)) {
    const same = own.filter(({ shape }) => String(shape) === String(kernel.shape));
    if (same.length === 0) break;
    pairs.push({
      kernel,
      changeSquared: Math.min(...same.map(({ values }) => distanceSquared(values, kernel.values))),
    });
  }
  if (pairs.length === 0) return { baseMoved: null, headParams: total };
  const change = sum(pairs.map(({ changeSquared }) => changeSquared));
  const length = sum(pairs.map(({ kernel }) => distanceSquared(kernel.values)));
  // A kernel and the bias of its layer.
  const ofBase = sum(pairs.map(({ kernel }) => kernel.values.length + kernel.shape.at(-1)!));
  const moved = Math.sqrt(change / length);
  return { baseMoved: Number.isFinite(moved) ? moved : null, headParams: total - ofBase };
}

/** Both sides are checked before: the model by `checkModels`, the base by being ours. */
function weightsOf({ topology, weights }: Base): Weight[] {
  const { weightSpecs } = JSON.parse(Buffer.from(topology).toString()) as {
    weightSpecs: { shape: number[] }[];
  };
  const values = new Float32Array(Uint8Array.from(weights).buffer);
  let at = 0;
  return weightSpecs.map(({ shape }) => {
    const size = shape.reduce((product, side) => product * side, 1);
    return { shape, values: values.subarray(at, (at += size)) };
  });
}

const distanceSquared = (a: Float32Array, b: Float32Array | null = null): number =>
  a.reduce((total, value, i) => total + (value - (b?.[i] ?? 0)) ** 2, 0);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
