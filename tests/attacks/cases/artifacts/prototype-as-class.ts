import { check, dense, layer, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'use a name of every object as class',
  act: (variant) =>
    check(variant, topology([dense(), layer('__proto__'), layer('toString'), layer('constructor')])),
  held: /^refused artifactClass$/,
  guard: ['artifact-classes', 'artifact-layers'],
  out: /^passed/,
});
