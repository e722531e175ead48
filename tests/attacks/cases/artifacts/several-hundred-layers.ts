import { check, dense, layer, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send several hundred layers',
  act: (variant) => check(variant, topology([dense(), ...Array.from({ length: 300 }, () => layer('ReLU'))])),
  held: /^refused artifactTooBig$/,
  guard: ['artifact-layers-max'],
  out: /^passed/,
});
