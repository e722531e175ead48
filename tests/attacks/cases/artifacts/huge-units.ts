import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'ask for two thousand million units',
  act: (variant) => check(variant, topology([dense({ units: 2e9 })])),
  held: /^refused artifactOutOfRange$/,
  guard: ['artifact-numbers'],
  out: /^passed/,
});
