import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send more weights than announced',
  act: (variant) => check(variant, topology([dense()]), Buffer.alloc(400)),
  held: /^refused artifactWeights$/,
  guard: ['artifact-bytes'],
  out: /^passed/,
});
