import { submissionAttack } from '../../attack.ts';
import { TOOLS, UNTRAINED } from '../../payloads.ts';

/** The frame of a score box from a train box. */
export default submissionAttack({
  to: 'send predictions of its own',
  source: `${TOOLS}${UNTRAINED}frame(30, Buffer.alloc(160 * 8 * 4)); frame(31, '{}');`,
  held: /^crashed .*result channel/,
  guard: ['frame-type'],
  out: /^graded 0/,
});
