import { bias, dense, kernel, layer, topology } from '../../artifacts.ts';
import { submissionAttack } from '../../attack.ts';
import { handOver } from '../../payloads.ts';

/** The limits of the score box. */
export default submissionAttack({
  to: 'hand over a model that computes for minutes',
  source: handOver(
    topology(
      [
        dense({ batch_input_shape: [null, 2] }),
        layer('RepeatVector', { n: 1200 }),
        // An activation that no fused kernel has: an operation of tfjs for each of the steps.
        layer('SimpleRNN', { units: 8, name: 'r', return_sequences: true, activation: 'softplus' }),
        layer('GlobalAveragePooling1D', { name: 'g' }),
      ],
      [
        kernel,
        bias,
        { name: 'r/kernel', shape: [8, 8], dtype: 'float32' },
        { name: 'r/recurrent_kernel', shape: [8, 8], dtype: 'float32' },
        { name: 'r/bias', shape: [8], dtype: 'float32' },
      ],
    ),
    'Buffer.alloc(640)',
  ),
  held: /^ungradable .*too slow/,
  base: ['score-box-for-a-moment'],
  guard: ['score-limits'],
  out: /^graded 0/,
});
