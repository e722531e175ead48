import * as tf from '@tensorflow/tfjs';

type Args = Parameters<typeof tf.callbacks.earlyStopping>[0];

/**
 * `tf.callbacks.earlyStopping({ restoreBestWeights: true })` throws "not implemented" in tfjs 4.22. From now on it does what Keras 3
 * does: after training the model has the weights of the epoch whose monitored value was best.
 */
export function restoreBestWeights(): void {
  const plain = tf.callbacks.earlyStopping;
  tf.callbacks.earlyStopping = ({ restoreBestWeights: restores, ...args }: NonNullable<Args> = {}) =>
    restores ? new RestoringEarlyStopping(args) : plain(args);
}

class RestoringEarlyStopping extends tf.EarlyStopping {
  #weights: tf.Tensor[] = [];

  override async onEpochEnd(epoch: number, logs?: tf.Logs): Promise<void> {
    const before = this.#best;
    await super.onEpochEnd(epoch, logs);
    if (this.#best === before) return;
    tf.dispose(this.#weights);
    this.#weights = this.model.getWeights().map((weight) => weight.clone());
  }

  override async onTrainEnd(logs?: tf.Logs): Promise<void> {
    await super.onTrainEnd(logs);
    if (this.#weights.length > 0) this.model.setWeights(this.#weights);
    tf.dispose(this.#weights);
    this.#weights = [];
  }

  get #best(): number {
    return (this as unknown as { best: number }).best;
  }
}
