import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'leave a key for the next box',
  calls: [{ call: 'add_key', args: ['user', 'canary', 'x', 1, -3] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(\d+|EACCES)$/,
});
