import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'reach an abstract socket of the host',
  script: String.raw`require('node:net').connect({ path: '\0$ABSTRACT' }).on('data', say).on('error', (error) => say(error.code))`,
  held: /^EACCES$/,
  guard: ['seccomp', 'network'],
  out: LEAKED,
});
