import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'be right with values that are no numbers',
  source:
    'const model = tf.sequential({ layers: [tf.layers.dense({ units: 8, inputShape: [2] })] }); model.setWeights([tf.zeros([2, 8]), tf.tensor([Infinity, 0, 0, 0, 0, 0, 0, 0])]);',
  held: /^graded 0 accuracy 0 /,
  guard: ['finite-rows'],
  out: /^graded 0 accuracy 0\.1/,
});
