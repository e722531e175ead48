import { nativeAttack } from '../../attack.ts';

/** Its flags are in memory, where the filter cannot look. */
export default nativeAttack({
  to: 'start a process by clone3',
  calls: [{ call: 'clone3', args: [0, 0] }],
  held: /^ENOSYS$/,
  guard: ['calls-missing', 'calls-unlisted'],
  out: /^(EINVAL|EFAULT)$/,
});
