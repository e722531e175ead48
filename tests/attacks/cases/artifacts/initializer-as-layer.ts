import { check, dense, layer, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'use an initializer as layer',
  act: (variant) => check(variant, topology([dense(), layer('Zeros')])),
  held: /^refused artifactClass$/,
  guard: ['artifact-layers'],
  out: /^passed/,
});
