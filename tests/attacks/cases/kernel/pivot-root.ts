import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'change the root',
  calls: [{ call: 'pivot_root', args: ['/', '/'] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^EPERM$/,
});
