import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'announce a hundred thousand weights',
  act: (variant) =>
    check(
      variant,
      topology(
        [dense()],
        Array.from({ length: 1000 }, (_, i) => ({ name: `w${i}`, shape: [1], dtype: 'float32' })),
      ),
      Buffer.alloc(4000),
    ),
  held: /^refused artifactWeights$/,
  guard: ['artifact-tensors'],
  out: /^passed/,
});
