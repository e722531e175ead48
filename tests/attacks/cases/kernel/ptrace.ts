import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'be traced',
  calls: [{ call: 'ptrace', args: [0, 0, 0, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^0$/,
});
