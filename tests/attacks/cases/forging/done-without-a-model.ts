import { submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'say it is done without a model',
  source: `${TOOLS}frame(23); for (;;);`,
  held: /^crashed .*ended before it handed over/,
  guard: ['needs-model'],
  out: /^(ungradable|graderFailed)/,
});
