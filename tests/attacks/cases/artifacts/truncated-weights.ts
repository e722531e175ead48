import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send fewer weights than announced',
  act: (variant) => check(variant, topology([dense()]), Buffer.alloc(40)),
  held: /^refused artifactWeights$/,
  guard: ['artifact-bytes'],
  out: /^passed/,
});
