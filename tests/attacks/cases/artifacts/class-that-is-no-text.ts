import { check, dense, layer, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'use a class that is no text',
  act: (variant) => check(variant, topology([dense(), layer({ toString: 'Dense' })])),
  held: /^refused artifactClass$/,
  guard: ['artifact-classes', 'artifact-layers'],
  out: /^passed/,
});
