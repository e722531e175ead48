import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'load native code',
  source: "process.dlopen({ exports: {} }, '/lib/evil.node');",
  held: /^crashed .*(ERR_DLOPEN_DISABLED|disabled|ERR_ACCESS_DENIED|restricted)/i,
  guard: ['permission', 'addons'],
  out: /^crashed .*(cannot open|No such file)/,
});
