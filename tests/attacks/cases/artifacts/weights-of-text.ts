import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send weights that are text',
  act: (variant) => check(variant, topology([dense()], [{ ...kernel, dtype: 'string' }, bias])),
  held: /^refused artifactWeights$/,
  guard: ['artifact-dtype'],
  out: /^passed/,
});
