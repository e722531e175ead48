import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'find a file among its descriptors',
  script: String.raw`const kinds = []; for (let fd = 3; fd < 64; fd++) try { const stat = fs.fstatSync(fd); if (stat.isFile() || stat.isDirectory() || stat.isBlockDevice()) kinds.push(fd) } catch {}
say('files: ' + kinds)`,
  held: /^files: ?$/,
  guard: ['descriptors'],
  out: /^files: 7/,
});
