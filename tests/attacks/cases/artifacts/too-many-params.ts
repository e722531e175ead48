import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'hand over more parameters than allowed',
  act: (variant) =>
    check(variant, topology([dense()], [{ ...kernel, shape: [200, 100] }, bias]), Buffer.alloc(4 * 20_008)),
  held: /^refused tooManyParams$/,
  guard: ['artifact-params'],
  out: /^passed/,
});
