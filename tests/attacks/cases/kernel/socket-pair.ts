import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'make a pair of sockets',
  calls: [{ call: 'socketpair', args: [1, 1, 0, { room: 8 }] }],
  held: /^EACCES$/,
  guard: ['calls-socket'],
  out: /^0$/,
});
