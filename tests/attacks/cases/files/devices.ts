import { boxAttack } from '../../attack.ts';

/** codejail, reading_dev_random. */
export default boxAttack({
  to: 'read a device',
  script: String.raw`const bytes = Buffer.alloc(4); fs.readSync(fs.openSync('/dev/urandom'), bytes); say(bytes.length)`,
  held: /^ENOENT$/,
  guard: ['dev'],
  out: /^4$/,
});
