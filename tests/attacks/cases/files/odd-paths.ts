import { boxAttack } from '../../attack.ts';

/** DMOJ, sandbox_c_null_path, _bad_unicode_open, _format_open, _nametoolong. */
export default boxAttack({
  to: 'get at a file by an odd path',
  script: String.raw`const attempt = (name) => { try { return fs.readFileSync(name, 'utf8') } catch (error) { return error.code } };
say([attempt('/etc/passwd\0.txt'), attempt(Buffer.from([0x2f, 0xff, 0xfe])), attempt('%s%n%s'), attempt('/'.repeat(5000)), attempt('/etc' + '/.'.repeat(2000) + '/passwd')].join(' '))`,
  held: /^ERR_INVALID_ARG_VALUE ENOENT ENOENT ENAMETOOLONG ENOENT$/,
  guard: ['root'],
  out: /ENAMETOOLONG root:/,
});
