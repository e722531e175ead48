import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'load native code where Node has no permissions',
  source: "process.dlopen({ exports: {} }, '/lib/evil.node');",
  held: /^crashed .*(ERR_DLOPEN_DISABLED|disabled)/i,
  base: ['permission'],
  guard: ['addons'],
  out: /^crashed .*(cannot open|No such file)/,
});
