import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'give more values per row than there are classes',
  source: 'const model = tf.sequential({ layers: [tf.layers.dense({ units: 9, inputShape: [2] })] });',
  held: /^ungradable/,
  guard: ['output-width'],
  out: /^graded/,
});
