import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'reach a socket file of the host, as of Docker',
  script: String.raw`require('node:net').connect('$SOCKET').on('data', say).on('error', (error) => say(error.code))`,
  held: /^EACCES$/,
  guard: ['seccomp', 'root'],
  out: LEAKED,
});
