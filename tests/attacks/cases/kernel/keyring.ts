import { nativeAttack } from '../../attack.ts';

/** In no namespace: it is shared by boxes. IOI isolate 2.4, flag 1. */
export default nativeAttack({
  to: 'read the session key ring',
  calls: [{ call: 'keyctl', args: [0, -3, 1] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^\d+$/,
});
