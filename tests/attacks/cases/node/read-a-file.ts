import { submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'read a file of the box that it needs not',
  source: `${TOOLS}throw new Error('read ' + fs.readFileSync('/bin/node').length);`,
  held: /^crashed .*(ERR_ACCESS_DENIED|restricted|permission)/i,
  guard: ['permission-reads'],
  out: /^crashed .*read \d+/,
});
