import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

/** tfjs accepts it. */
export default hostAttack({
  to: 'use an optimizer as initializer',
  act: (variant) =>
    check(variant, topology([dense({ kernel_initializer: { class_name: 'SGD', config: {} } })])),
  held: /^refused artifactClass$/,
  guard: ['artifact-classes'],
  out: /^passed/,
});
