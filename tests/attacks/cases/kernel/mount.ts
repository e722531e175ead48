import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'mount a file system it may write',
  calls: [{ call: 'mount', args: ['x', '/bin', 'tmpfs', 0, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^EPERM$/,
});
