import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'read what the group of root may read',
  script: String.raw`say(fs.readFileSync('$OF_ROOTS_GROUP', 'utf8'))`,
  held: /^EACCES$/,
  base: ['root'],
  guard: ['gid'],
  out: LEAKED,
});
