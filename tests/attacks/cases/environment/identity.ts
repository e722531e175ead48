import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'learn which user it is outside',
  script: String.raw`say(process.getuid() + ' ' + process.getgid())`,
  held: /^65534 65534$/,
  guard: ['ids'],
  out: /^(?!65534 )\d+ \d+$/,
});
