import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'nest models 300 deep',
  act: (variant) =>
    check(
      variant,
      topology([
        Array.from({ length: 300 }).reduce<object>(
          (inner) => ({ class_name: 'Sequential', config: { name: 's', layers: [inner] } }),
          dense(),
        ),
      ]),
    ),
  held: /^refused artifactTooDeep$/,
  guard: ['json-depth', 'artifact-layers-max'],
  out: /^passed/,
});
