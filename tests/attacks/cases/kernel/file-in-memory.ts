import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'make a file in memory',
  calls: [{ call: 'memfd_create', args: ['x', 0] }],
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^\d+$/,
});
