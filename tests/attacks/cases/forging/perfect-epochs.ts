import { submissionAttack } from '../../attack.ts';
import { TOOLS, UNTRAINED } from '../../payloads.ts';

export default submissionAttack({
  to: 'report perfect epochs',
  source: `${TOOLS}for (let i = 1; i < 9; i++) frame(3, JSON.stringify({ epoch: i, epochs: 9, logs: { acc: 1, loss: 0 } })); ${UNTRAINED}`,
  held: /^graded 0(\.[0-4]\d*)?( |$)/,
  guard: ['trusts-epochs'],
  out: /^graded 1/,
});
