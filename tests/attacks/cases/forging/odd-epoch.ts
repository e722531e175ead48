import { submissionAttack } from '../../attack.ts';
import { TOOLS, UNTRAINED } from '../../payloads.ts';

export default submissionAttack({
  to: 'report an epoch that is none',
  source: `${TOOLS}frame(3, '{"epoch":-1,"epochs":1,"logs":{"__proto__":{"polluted":1}},"score":1}'); ${UNTRAINED}`,
  held: /^crashed .*result channel/,
  guard: ['forged-frames'],
  out: /^graded/,
});
