import { boxAttack, LEAKED } from '../../attack.ts';

/** With the file shown in the box: as root outside, a box would own it. */
export default boxAttack({
  to: 'read what only root may read',
  script: String.raw`say(fs.readFileSync('$PRIVATE', 'utf8'))`,
  held: /^EACCES$/,
  base: ['root'],
  guard: ['uid'],
  out: LEAKED,
});
