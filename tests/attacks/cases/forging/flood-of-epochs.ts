import { submissionAttack } from '../../attack.ts';
import { TOOLS, UNTRAINED } from '../../payloads.ts';

export default submissionAttack({
  to: 'report more epochs than there may be',
  source: `${TOOLS}for (let i = 0; i <= 2001; i++) frame(3, JSON.stringify({ epoch: i, epochs: 9, logs: {} })); ${UNTRAINED}`,
  held: /^crashed .*result channel/,
  guard: ['frame-count'],
  out: /^graded/,
});
