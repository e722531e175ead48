import * as tf from '@tensorflow/tfjs';

/**
 * `sparseCategoricalCrossentropy` of tfjs 4.22 takes whole numbers only when they are stored as floats, while `tf.oneHot` wants
 * them as int32, as `yTrain` is. From now on models compiled with that loss take either, as they do in Keras.
 */
export function acceptWholeLabels(): void {
  const model = tf.LayersModel.prototype;
  const { fit, evaluate, trainOnBatch } = model;
  model.fit = function (x, y, args = {}) {
    const [vx, vy, ...weights] = args.validationData ?? [];
    const validationData =
      vx === undefined ? {} : { validationData: [vx, asFloats(this, vy), ...weights] as never };
    return fit.call(this, x, asFloats(this, y), { ...args, ...validationData });
  };
  model.evaluate = function (x, y, args) {
    return evaluate.call(this, x, asFloats(this, y), args);
  };
  model.trainOnBatch = function (x, y) {
    return trainOnBatch.call(this, x, asFloats(this, y));
  };
}

function asFloats<T>(model: tf.LayersModel, labels: T): T {
  const sparse = model.loss === 'sparseCategoricalCrossentropy';
  return sparse && labels instanceof tf.Tensor && labels.dtype === 'int32' ? (labels.toFloat() as T) : labels;
}
