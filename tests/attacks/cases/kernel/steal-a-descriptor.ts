import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'take a descriptor of another process',
  calls: [{ call: 'pidfd_getfd', args: [-1, 0, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^EBADF$/,
});
