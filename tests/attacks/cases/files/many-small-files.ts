import { boxAttack } from '../../attack.ts';

/** codejail, cant_write_many_small_temp_files, skipped there. */
export default boxAttack({
  to: 'fill the disk with small files',
  script: String.raw`for (let i = 0; i < 200; i++) fs.closeSync(fs.openSync('/tmp/' + i, 'w')); say(fs.readdirSync('/tmp').length)`,
  held: /^ENOENT$/,
  guard: ['tmp'],
  out: /^200$/,
});
