import { check, dense, layer, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'use a layer that runs code',
  act: (variant) => check(variant, topology([dense(), layer('Lambda')])),
  held: /^refused artifactClass$/,
  guard: ['artifact-classes', 'artifact-layers'],
  out: /^passed/,
});
