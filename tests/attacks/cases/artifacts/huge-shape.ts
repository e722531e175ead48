import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send weights of a shape nobody can hold',
  act: (variant) => check(variant, topology([dense()], [{ ...kernel, shape: [1e9, 1e9] }, bias])),
  held: /^refused artifactWeights$/,
  guard: ['artifact-params', 'artifact-shapes', 'artifact-bytes'],
  out: /^passed/,
});
