import { nativeAttack } from '../../attack.ts';

/** 126 is ENOKEY. */
export default nativeAttack({
  to: 'have the kernel start a helper for a key',
  calls: [{ call: 'request_key', args: ['user', 'canary', 0, -3] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(-126|ENOENT)$/,
});
