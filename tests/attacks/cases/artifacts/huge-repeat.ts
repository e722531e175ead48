import { check, dense, layer, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'repeat every row a thousand million times',
  act: (variant) => check(variant, topology([dense(), layer('RepeatVector', { n: 1e9 })])),
  held: /^refused artifactOutOfRange$/,
  guard: ['artifact-numbers'],
  out: /^passed/,
});
