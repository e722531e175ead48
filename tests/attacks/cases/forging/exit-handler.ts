import { submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'write a result when it exits',
  source: `${TOOLS}process.on('exit', () => frame(30, 'score=1')); process.exit(0);`,
  held: /^crashed .*result channel/,
  guard: ['frame-type'],
  out: /^crashed .*ended before it handed over/,
});
