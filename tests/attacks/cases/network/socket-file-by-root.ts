import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'reach a socket file of the host through a socket',
  script: String.raw`require('node:net').connect('$SOCKET').on('data', say).on('error', (error) => say(error.code))`,
  held: /^ENOENT$/,
  base: ['seccomp'],
  guard: ['root'],
  out: LEAKED,
});
