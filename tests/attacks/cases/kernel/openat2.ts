import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'open a file by openat2',
  calls: [{ call: 'openat2', args: [-100, '/bin/payload', 0, 0] }],
  held: /^ENOSYS$/,
  guard: ['calls-missing', 'calls-unlisted'],
  out: /^(EINVAL|EFAULT)$/,
});
