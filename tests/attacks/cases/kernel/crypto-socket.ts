import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'use the crypto of the kernel by AF_ALG',
  calls: [{ call: 'socket', args: [38, 5, 0] }],
  held: /^EACCES$/,
  guard: ['calls-socket'],
  out: /^(\d+|EAFNOSUPPORT)$/,
});
