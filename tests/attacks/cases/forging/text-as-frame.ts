import { submissionAttack } from '../../attack.ts';
import { TOOLS, UNTRAINED } from '../../payloads.ts';

export default submissionAttack({
  to: 'write text into the channel of results',
  source: `${TOOLS}fs.writeSync(4, 'score=1 score=1 ');${UNTRAINED}`,
  held: /^crashed .*result channel/,
  guard: ['frame-type'],
  out: /^crashed .*ended before/,
});
