import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'give a number that is none',
  act: (variant) => check(variant, topology([dense()]).replace('"units":8', '"units":1e999')),
  held: /^refused artifactOutOfRange$/,
  guard: ['artifact-numbers'],
  out: /^passed/,
});
