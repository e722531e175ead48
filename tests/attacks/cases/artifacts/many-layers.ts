import { check, dense, layer, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'send twenty thousand layers',
  act: (variant) => check(variant, topology([dense(), ...Array.from({ length: 6000 }, () => layer('ReLU'))])),
  held: /^refused artifactTooBig$/,
  guard: ['artifact-layers-max', 'artifact-nodes'],
  out: /^passed/,
});
