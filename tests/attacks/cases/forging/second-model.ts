import { submissionAttack } from '../../attack.ts';
import { HONEST, TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'hand over a second model',
  source: `${TOOLS}${HONEST} frame(20, '{}');`,
  held: /^crashed .*ended before it handed over/,
  guard: ['needs-model'],
  out: /^(graded|ungradable)/,
});
