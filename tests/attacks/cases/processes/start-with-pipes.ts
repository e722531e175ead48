import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'start a program and talk to it',
  script: String.raw`const { error, stdout } = require('node:child_process').spawnSync('/bin/node', ['-p', '6 * 7']); say(error ? error.code : stdout)`,
  held: /^(EACCES|EPERM)$/,
  guard: ['seccomp'],
  out: /^42$/,
});
