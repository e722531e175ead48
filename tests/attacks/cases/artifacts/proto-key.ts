import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'reach a prototype through a key',
  act: (variant) => check(variant, topology([dense()]).replace('{', '{"__proto__":{"polluted":1},')),
  held: /^refused artifactForbiddenKey$/,
  guard: ['json-keys'],
  out: /^passed/,
});
