import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'call the kernel as an x32 program',
  calls: [{ call: { number: 0x40000000 + 39 } }],
  held: /^ended SIGSYS$/,
  guard: ['calls-x32', 'calls-unlisted'],
  out: /^(ENOSYS|\d+)$/,
});
