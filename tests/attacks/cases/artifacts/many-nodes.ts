import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send a tree of a hundred thousand nodes',
  act: (variant) => check(variant, topology([dense({ extra: Array.from({ length: 100_000 }, () => 0) })])),
  held: /^refused artifactTooBig$/,
  guard: ['artifact-nodes'],
  out: /^passed/,
});
