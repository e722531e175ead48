import { nativeAttack } from '../../attack.ts';

/** The filter does not see what a ring does. */
export default nativeAttack({
  to: 'do by io_uring what the filter forbids',
  calls: [{ call: 'io_uring_setup', args: [8, { room: 256 }] }],
  held: /^ENOSYS$/,
  guard: ['calls-missing', 'calls-unlisted'],
  out: /^(\d+|EPERM)$/,
});
