import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'start a thread in a namespace of its own',
  calls: [{ call: 'clone', args: [0x10010000, 0, 0, 0, 0] }],
  held: /^EPERM$/,
  guard: ['calls-clone'],
  out: /^EINVAL$/,
});
