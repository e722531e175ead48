import { boxAttack } from '../../attack.ts';

/** codejail, cant_write_files. */
export default boxAttack({
  to: 'make a file',
  script: String.raw`fs.writeFileSync('/written', ''); say('written')`,
  held: /^EROFS$/,
  guard: ['readonly'],
  out: /^written$/,
});
