import { LEAKED, submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'read a file of the host in a submission',
  source: `${TOOLS}throw new Error(fs.readFileSync('$FILE', 'utf8'));`,
  held: /^crashed .*(ERR_ACCESS_DENIED|restricted|permission)/i,
  guard: ['permission', 'root'],
  out: LEAKED,
});
