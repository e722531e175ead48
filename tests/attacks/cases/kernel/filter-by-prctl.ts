import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'put a filter of its own before ours by prctl',
  calls: [{ call: 'prctl', args: [22, 2, 0, 0, 0] }],
  held: /^EINVAL$/,
  guard: ['calls-prctl'],
  out: /^(EFAULT|0)$/,
});
