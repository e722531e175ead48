import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'give a weight a long name',
  act: (variant) => check(variant, topology([dense()], [{ ...kernel, name: 'x'.repeat(10_000) }, bias])),
  held: /^refused artifactWeights$/,
  guard: ['artifact-names-length'],
  out: /^passed/,
});
