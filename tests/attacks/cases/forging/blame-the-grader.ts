import { submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'blame the grader, to be graded again for nothing',
  source: `${TOOLS}frame(99, JSON.stringify({ code: 'box', message: '', line: null })); for (;;);`,
  held: /^crashed .*ended before it handed over/,
  guard: ['box-code'],
  out: /^graderFailed/,
});
