import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'learn the name of the host',
  script: String.raw`say(require('node:os').hostname())`,
  held: /^box$/,
  guard: ['hostname'],
  out: /^(?!box$)./,
});
