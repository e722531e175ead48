import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'hold on to another process',
  calls: [{ call: 'pidfd_open', args: [1, 0] }],
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^\d+$/,
});
