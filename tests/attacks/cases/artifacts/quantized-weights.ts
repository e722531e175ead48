import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

/** tfjs accepts it, and the weights are NaN. */
export default hostAttack({
  to: 'blow weights up by quantization',
  act: (variant) =>
    check(
      variant,
      topology([dense()], [{ ...kernel, quantization: { dtype: 'uint8', scale: 1e308, min: -1e308 } }, bias]),
    ),
  held: /^refused artifactWeights$/,
  guard: ['artifact-dtype'],
  out: /^passed/,
});
