import { boxAttack } from '../../attack.ts';

/** codejail, find_other_sandboxes. */
export default boxAttack({
  to: 'look around on the host',
  script: String.raw`const look = (folder) => { try { return fs.readdirSync(folder).length } catch (error) { return error.code } };
say(['/etc', '/home', '/root', '/sys', '/run', '/tmp', '/var', '/usr'].map(look).join(' '))`,
  held: /^(ENOENT ?){8}$/,
  guard: ['root'],
  out: /\d/,
});
