import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'leave by chroot',
  calls: [{ call: 'chroot', args: ['/bin'] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^EPERM$/,
});
