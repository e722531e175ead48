import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'start a worker',
  source:
    "const { Worker } = process.getBuiltinModule('node:worker_threads'); await new Promise((over, fail) => new Worker('', { eval: true }).on('exit', over).on('error', fail)); throw new Error('worked');",
  held: /^crashed .*(ERR_ACCESS_DENIED|restricted|permission)/i,
  guard: ['permission'],
  out: /^crashed .*worked/,
});
