import * as tf from '@tensorflow/tfjs';

/** Keras divides by at least this much, so that a constant column does not become infinite. */
const EPSILON = 1e-7;

type Args = ConstructorParameters<typeof tf.layers.Layer>[0] & { statisticsShape?: number[] };
type Statistics = { mean: tf.Tensor; std: tf.Tensor };

/**
 * (x − mean) / std as a layer. Both are non-trainable weights, so topology and weights together carry the state, and the layer
 * can be rebuilt in a process that never saw the training data.
 */
export class Normalization extends tf.layers.Layer {
  static className = 'Normalization';
  private readonly statisticsShape: number[];
  private given: Statistics | null;
  private mean: tf.LayerVariable | null = null;
  private std: tf.LayerVariable | null = null;

  constructor(args: Args, given: Statistics | null = null) {
    super(args);
    this.statisticsShape = args.statisticsShape ?? given?.mean.shape ?? [];
    this.given = given;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const add = (name: string, start: 'zeros' | 'ones') =>
      this.addWeight(name, this.statisticsShape, 'float32', tf.initializers[start](), undefined, false);
    this.mean = add('mean', 'zeros');
    this.std = add('std', 'ones');
    if (this.given) {
      this.mean.write(this.given.mean);
      this.std.write(this.given.std);
      this.given = null;
    }
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs;
    return tf.tidy(() => x.sub(this.mean!.read()).div(tf.maximum(this.std!.read(), EPSILON)));
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), statisticsShape: this.statisticsShape };
  }
}

tf.serialization.registerClass(Normalization);

/**
 * What the student calls. `mean` and `std` are tensors or arrays of one shape that broadcasts against a row of the input;
 * `options` are the usual layer options (`inputShape`, `name`).
 */
export function normalization(mean: tf.TensorLike, std: tf.TensorLike, options: Args = {}): Normalization {
  const given = { mean: tensorOf('mean', mean), std: tensorOf('std', std) };
  if (!tf.util.arraysEqual(given.mean.shape, given.std.shape)) {
    throw new Error(
      `normalization: mean has shape [${given.mean.shape}], std has shape [${given.std.shape}]`,
    );
  }
  return new Normalization({ ...options, statisticsShape: given.mean.shape }, given);
}

function tensorOf(name: string, value: tf.Tensor | tf.TensorLike | undefined): tf.Tensor {
  if (value === undefined) throw new Error(`normalization(mean, std): ${name} is missing`);
  // Outlives a `tf.tidy` around the call, and a later `dispose` of the student's tensor.
  return tf.keep(tf.clone(tf.cast(value, 'float32')));
}
