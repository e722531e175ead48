import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'mount by the new calls',
  calls: [{ call: 'fsopen', args: ['tmpfs', 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^EPERM$/,
});
