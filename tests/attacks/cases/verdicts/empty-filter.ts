import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'run with no filter',
  script: String.raw`say('ran')`,
  held: /system call filtering/,
  base: ['filter-empty'],
  guard: ['seccomp'],
  out: /^ran$/,
});
