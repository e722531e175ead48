import { boxAttack, LEAKED } from '../../attack.ts';

/** The network namespace alone. */
export default boxAttack({
  to: 'reach a server on the host through a socket',
  script: String.raw`require('node:net').connect($PORT, '127.0.0.1').on('data', say).on('error', (error) => say(error.code))`,
  held: /^ECONNREFUSED$/,
  base: ['seccomp'],
  guard: ['network'],
  out: LEAKED,
});
