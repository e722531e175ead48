import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'load a program into the kernel',
  calls: [{ call: 'bpf', args: [0, 0, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(EPERM|EINVAL)$/,
});
