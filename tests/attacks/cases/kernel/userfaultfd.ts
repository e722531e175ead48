import { nativeAttack } from '../../attack.ts';

/** A common help for kernel exploits. */
export default nativeAttack({
  to: 'stop the kernel in the middle of a copy',
  calls: [{ call: 'userfaultfd', args: [1] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(\d+|EPERM)$/,
});
