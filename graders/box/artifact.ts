import * as tf from '@tensorflow/tfjs';
import { BoxFailure } from './fail.ts';

/** What travels from the train box to the score box: `topology` JSON and the float32 values of `weightSpecs`, one after the other. */
export type WeightSpec = { name: string; shape: number[]; dtype: 'float32' };
export type Topology = { modelTopology: object; weightSpecs: WeightSpec[] };
export type Artifact = { topology: Topology; weights: Uint8Array };

/**
 * Takes a model apart at this moment, without awaiting anything, so that a training still pending cannot change it halfway.
 * Throws `notBuilt` for a model that has no weights yet because it never learnt its input shape.
 */
export function dismantle(model: tf.LayersModel): Artifact {
  ensureBuilt(model);
  const weightSpecs: WeightSpec[] = [];
  const values: Uint8Array[] = [];
  for (const weight of model.weights) {
    const data = Float32Array.from(weight.read().dataSync());
    weightSpecs.push({ name: weight.originalName, shape: weight.shape as number[], dtype: 'float32' });
    values.push(new Uint8Array(data.buffer));
  }
  const modelTopology = model.toJSON(null, false) as unknown as object;
  return { topology: { modelTopology, weightSpecs }, weights: Buffer.concat(values) };
}

/** A Sequential model builds itself at its first use; one that was never used may still know its input shape. */
function ensureBuilt(model: tf.LayersModel): void {
  try {
    if (!model.built) (model as tf.Sequential).build();
  } catch (error) {
    throw new BoxFailure('notBuilt', (error as Error).message);
  }
}

/** Puts a checked artifact together again, through memory only: no file and no network handler is ever asked. */
export async function assemble({ topology, weights }: Artifact): Promise<tf.LayersModel> {
  const weightData = weights.buffer.slice(
    weights.byteOffset,
    weights.byteOffset + weights.byteLength,
  ) as ArrayBuffer;
  return tf.loadLayersModel(tf.io.fromMemory({ ...topology, weightData }));
}

/** The trained models a script left under the names wanted. Throws a refusal with the name. */
export function modelsOf(left: Record<string, unknown>, names: readonly string[]): tf.LayersModel[] {
  return names.map((name) => {
    const model = left[name];
    if (model === undefined || model === null) throw new BoxFailure('noModel', name);
    if (model instanceof Promise) throw new BoxFailure('modelIsPromise', name);
    if (!(model instanceof tf.LayersModel)) throw new BoxFailure('notAModel', name);
    return model;
  });
}
