import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'make a folder',
  script: String.raw`fs.mkdirSync('/folder'); say('made')`,
  held: /^(EPERM|EROFS)$/,
  guard: ['readonly', 'calls-unlisted'],
  out: /^made$/,
});
