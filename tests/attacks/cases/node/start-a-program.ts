import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'start a program in spite of Node',
  source:
    "const { status, error } = process.getBuiltinModule('node:child_process').spawnSync('/bin/node', ['-e', '0'], { stdio: 'ignore' }); throw new Error(error ? error.code : 'status ' + status);",
  held: /^crashed .*(ERR_ACCESS_DENIED|restricted|permission)/i,
  guard: ['permission'],
  out: /^crashed .*(EPERM|ENOENT)/,
});
