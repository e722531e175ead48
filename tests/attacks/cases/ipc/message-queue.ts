import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'leave a message for the next box',
  calls: [{ call: 'msgget', args: [0x64657270, 0o1666] }],
  held: /^EPERM$/,
  guard: ['seccomp'],
  out: /^\d+$/,
});
