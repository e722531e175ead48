import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'have a training restored with the model',
  act: (variant) =>
    check(
      variant,
      topology([dense()], [kernel, bias], {
        trainingConfig: { loss: 'constructor', optimizer_config: { class_name: '__proto__' } },
      }),
    ),
  held: /^passed (?![^]*trainingConfig)/,
  guard: ['artifact-rewritten'],
  out: /trainingConfig/,
});
