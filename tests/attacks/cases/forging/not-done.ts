import { submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'leave before it is done',
  source: `${TOOLS}frame(20, '{}'); frame(21, 'x'); process.exit(0);`,
  held: /^crashed .*ended before it handed over/,
  guard: ['needs-done'],
  out: /^ungradable/,
});
