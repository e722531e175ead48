import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'hand over more parameters than the assignment allows',
  source:
    'const model = tf.sequential({ layers: [tf.layers.dense({ units: 4000, inputShape: [2] }), tf.layers.dense({ units: 8 })] });',
  held: /^ungradable .*parameters/,
  guard: ['artifact-params'],
  out: /^graded/,
});
