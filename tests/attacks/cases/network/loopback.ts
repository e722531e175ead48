import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'reach a server on the host',
  script: String.raw`require('node:net').connect($PORT, '127.0.0.1').on('data', say).on('error', (error) => say(error.code))`,
  held: /^EACCES$/,
  guard: ['seccomp', 'network'],
  out: LEAKED,
});
