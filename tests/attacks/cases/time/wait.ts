import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'wait for something that never comes',
  script: String.raw`setTimeout(() => say('waited'), 2500)`,
  held: /^limit wall$/,
  guard: ['watch-wall'],
  out: /^waited$/,
  limits: { wallSeconds: 1 },
});
