import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'open a debugger in spite of Node',
  source: "process.getBuiltinModule('node:inspector').open(0, '127.0.0.1'); throw new Error('open');",
  held: /^crashed .*(ERR_ACCESS_DENIED|restricted|permission)/i,
  guard: ['permission'],
  out: /^crashed .*open/,
});
