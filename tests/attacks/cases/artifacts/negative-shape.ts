import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send weights of a negative shape',
  act: (variant) => check(variant, topology([dense()], [{ ...kernel, shape: [-2, -8] }, bias])),
  held: /^refused artifactWeights$/,
  guard: ['artifact-shapes'],
  out: /^passed/,
});
