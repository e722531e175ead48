import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'list network interfaces by a socket it has',
  calls: [{ call: 'ioctl', args: [1, 0x8912, { room: 16 }] }],
  held: /^ENOTTY$/,
  guard: ['calls-ioctl'],
  out: /^0$/,
});
