import { check, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send a model of nothing',
  act: (variant) => check(variant, topology([])),
  held: /^refused artifactUnreadable$/,
  guard: ['artifact-empty'],
  out: /^passed/,
});
