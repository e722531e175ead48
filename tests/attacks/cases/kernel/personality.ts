import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'switch address randomisation off',
  calls: [{ call: 'personality', args: [0x40000] }],
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^\d+$/,
});
