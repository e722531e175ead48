import * as tf from '@tensorflow/tfjs';
import { BoxFailure } from './fail.ts';

type Embedding = tf.layers.Layer & { inputDim: number };

/**
 * An id outside an embedding's table is an error in Keras. Here it would be whatever the backend makes of it: another word's row, zeros,
 * or an error without the layer's name. From now on every embedding says so, on every engine.
 */
export function checkEmbeddingIds(): void {
  const { prototype } = tf.layers.embedding({ inputDim: 1, outputDim: 1, name: 'probe' }).constructor as {
    prototype: Embedding;
  };
  const { call } = prototype;
  prototype.call = function (this: Embedding, inputs, kwargs) {
    const ids = Array.isArray(inputs) ? inputs[0]! : inputs;
    const outside = ids.dataSync().find((id) => !(id >= 0 && id < this.inputDim));
    if (outside !== undefined) {
      const { name, inputDim } = this;
      throw new BoxFailure('idOutOfRange', `${name} has inputDim ${inputDim}, the data hold ${outside}`);
    }
    return call.call(this, inputs, kwargs);
  };
}
