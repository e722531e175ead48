import { check } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'drive the parser deep',
  act: (variant) => check(variant, '['.repeat(200_000) + ']'.repeat(200_000)),
  held: /^refused artifactTooDeep$/,
  guard: ['json-depth'],
  out: /^refused artifactUnreadable$/,
});
