import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'drop the flags of Node by becoming another Node',
  source: "process.execve('/bin/node', ['node', '-e', '0'], {});",
  held: /^crashed .*(ERR_ACCESS_DENIED|restricted|permission)/i,
  guard: ['permission'],
  out: /^crashed .*ended before it handed over/,
});
