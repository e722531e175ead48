import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'name two weights alike',
  act: (variant) => check(variant, topology([dense()], [kernel, { ...bias, name: 'd/kernel' }])),
  held: /^refused artifactWeights$/,
  guard: ['artifact-names'],
  out: /^passed/,
});
