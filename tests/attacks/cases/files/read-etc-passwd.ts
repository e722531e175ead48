import { boxAttack } from '../../attack.ts';

/** codejail, test_read_etc_passwd. */
export default boxAttack({
  to: 'read the users of the host',
  script: String.raw`say(fs.readFileSync('/etc/passwd', 'utf8'))`,
  held: /^ENOENT$/,
  guard: ['root'],
  out: /^root:/,
});
