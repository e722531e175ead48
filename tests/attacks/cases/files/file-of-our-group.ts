import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'read what another group of the supervisor may read',
  script: String.raw`say(fs.readFileSync('$OF_OUR_GROUP', 'utf8'))`,
  held: /^EACCES$/,
  base: ['root'],
  guard: ['groups'],
  out: LEAKED,
});
