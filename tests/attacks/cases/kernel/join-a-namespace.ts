import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'join a namespace',
  calls: [{ call: 'setns', args: [-1, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(EBADF|EINVAL)$/,
});
