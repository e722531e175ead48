import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'send a datagram',
  script: String.raw`require('node:dgram').createSocket('udp4').on('error', (error) => say(error.code)).send('x', 9, '127.0.0.1', (error) => { say(error ? error.code : 'sent'); process.exit() })`,
  held: /^EACCES/,
  guard: ['seccomp'],
  out: /^sent$/,
});
