import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'start a program',
  script: String.raw`const { error, stdout } = require('node:child_process').spawnSync('/bin/node', ['-p', '6 * 7'], { stdio: 'inherit' }); if (error) say(error.code)`,
  held: /^EPERM$/,
  guard: ['calls-clone'],
  out: /^42$/,
});
