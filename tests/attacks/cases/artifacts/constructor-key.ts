import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'reach a constructor through a key deep inside',
  act: (variant) => check(variant, topology([dense({ constructor: { prototype: { polluted: 1 } } })])),
  held: /^refused artifactForbiddenKey$/,
  guard: ['json-keys'],
  out: /^passed/,
});
