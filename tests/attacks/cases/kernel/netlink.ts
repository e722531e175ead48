import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'ask the kernel for its network by AF_NETLINK',
  calls: [{ call: 'socket', args: [16, 3, 0] }],
  held: /^EACCES$/,
  guard: ['calls-socket'],
  out: /^\d+$/,
});
