import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'run with a filter cut short',
  script: String.raw`say('ran')`,
  held: /seccomp data/,
  base: ['filter-cut'],
  guard: ['seccomp'],
  out: /^ran$/,
});
