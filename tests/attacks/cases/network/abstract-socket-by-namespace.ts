import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'reach an abstract socket of the host through a socket',
  script: String.raw`require('node:net').connect({ path: '\0$ABSTRACT' }).on('data', say).on('error', (error) => say(error.code))`,
  held: /^ECONNREFUSED$/,
  base: ['seccomp'],
  guard: ['network'],
  out: LEAKED,
});
