import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'drop the flags of Node by becoming another Node',
  script: String.raw`process.execve('/bin/node', ['node', '-p', "require('fs').readFileSync('$FILE', 'utf8')"], {})`,
  held: /ENOENT/,
  guard: ['root'],
  out: LEAKED,
});
