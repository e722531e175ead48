import * as tf from '@tensorflow/tfjs';

/** Operations beside training, with values that arithmetic gives. */
export type OperationCase = { name: string; run: () => tf.Tensor | Promise<tf.Tensor>; expected: number[] };

const ids = () => tf.tensor1d([0, 1, 2, 1], 'int32');

export const OPERATIONS: OperationCase[] = [
  // Rows are true classes: one 0 right, one 1 right and one taken for a 2, one 2 right.
  {
    name: 'confusionMatrix of whole numbers',
    run: () => tf.math.confusionMatrix(ids(), tf.tensor1d([0, 2, 2, 1], 'int32'), 3),
    expected: [1, 0, 0, 0, 1, 1, 0, 0, 1],
  },
  { name: 'argMax', run: () => tf.tensor2d([3, 9, 4, 8, 1, 2], [2, 3]).argMax(1), expected: [1, 0] },
  { name: 'oneHot', run: () => tf.oneHot(ids(), 3), expected: [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0] },
  { name: 'bincount', run: () => tf.bincount(ids(), tf.tensor1d([]), 3), expected: [1, 2, 1] },
  { name: 'unique', run: () => tf.unique(ids()).values, expected: [0, 1, 2] },
  { name: 'topk', run: () => tf.topk(tf.tensor1d([1, 3, 2]), 2).values, expected: [3, 2] },
  {
    name: 'einsum',
    run: () => tf.einsum('ij,jk->ik', tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])),
    expected: [19, 22, 43, 50],
  },
  // 1 + 2 + 3 + 4; −2 + 2i, whose length is √8; −2.
  {
    name: 'absolute values of rfft',
    run: () => tf.abs(tf.spectral.rfft(tf.tensor1d([1, 2, 3, 4]))),
    expected: [10, Math.sqrt(8), 2],
  },
  // Of three outcomes two cannot happen.
  {
    name: 'multinomial of probabilities',
    run: () => tf.multinomial(tf.tensor1d([0, 1, 0]), 4, 3, true),
    expected: [1, 1, 1, 1],
  },
  {
    name: 'multinomial of logits',
    run: () => tf.multinomial(tf.tensor1d([-99, -99, 9]), 2, 3),
    expected: [2, 2],
  },
  {
    name: 'multinomial again with its seed',
    run: () => {
      const [first, second] = [1, 2].map(() => tf.multinomial(tf.ones([40]) as tf.Tensor1D, 100, 5));
      return first!.equal(second!).all();
    },
    expected: [1],
  },
  { name: 'linspace', run: () => tf.linspace(0, 1, 3), expected: [0, 0.5, 1] },
  { name: 'eye', run: () => tf.eye(2), expected: [1, 0, 0, 1] },
  {
    name: 'product of qr',
    run: () => {
      const [q, r] = tf.linalg.qr(tf.tensor2d([1, 2, 3, 4], [2, 2]));
      return tf.matMul(q, r);
    },
    expected: [1, 2, 3, 4],
  },
  // The centre is half of the size, 1.5: pixel 0 would come from 3, which is outside.
  {
    name: 'rotateWithOffset by a half turn',
    run: () => tf.image.rotateWithOffset(tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]), Math.PI),
    expected: [0, 0, 0, 0, 9, 8, 0, 6, 5],
  },
  {
    name: 'cropAndResize',
    run: () => tf.image.cropAndResize(tf.tensor4d([0, 1, 2, 3], [1, 2, 2, 1]), [[0, 0, 1, 1]], [0], [3, 3]),
    expected: [0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3],
  },
  { name: 'isNaN', run: () => tf.isNaN(tf.tensor1d([1, NaN])).toInt(), expected: [0, 1] },
  {
    name: 'setdiff1d',
    run: async () => (await tf.setdiff1dAsync(ids(), tf.tensor1d([1], 'int32')))[0],
    expected: [0, 2],
  },
  {
    name: 'booleanMask',
    run: () => tf.booleanMaskAsync(ids(), tf.tensor1d([1, 0, 1, 0], 'bool')),
    expected: [0, 2],
  },
  // A reading beyond the rows would be memory of something else.
  { name: 'gather', run: () => tf.gather(tf.tensor2d([1, 2, 3, 4], [2, 2]), [1, 0]), expected: [3, 4, 1, 2] },
  {
    name: 'maxPool3d of negative values',
    run: () => tf.maxPool3d(tf.tensor5d([-8, -7, -6, -5, -4, -3, -2, -9], [1, 2, 2, 2, 1]), 2, 2, 'valid'),
    expected: [-2],
  },
  {
    name: 'relu of what diverged',
    run: () =>
      tf.fused
        .matMul({ a: tf.tensor2d([[NaN, 1]]), b: tf.eye(2), activation: 'relu' })
        .isNaN()
        .toInt(),
    expected: [1, 1],
  },
  {
    name: 'a product over nothing',
    run: () => tf.matMul(tf.ones([2, 0]), tf.ones([0, 2])),
    expected: [0, 0, 0, 0],
  },
];
