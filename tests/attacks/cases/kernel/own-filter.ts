import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'put a filter of its own before ours',
  calls: [{ call: 'seccomp', args: [2, 0, 0] }],
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^(EFAULT|EINVAL|0)$/,
});
