import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'listen to packets by AF_PACKET',
  calls: [{ call: 'socket', args: [17, 3, 0] }],
  held: /^EACCES$/,
  guard: ['calls-socket'],
  out: /^(EPERM|EAFNOSUPPORT)$/,
});
