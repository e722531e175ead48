import { boxAttack, LEAKED } from '../../attack.ts';

/** What starts a box gets two variables; the secrets of a server are among the others. */
export default boxAttack({
  to: 'read what the environment of the supervisor holds',
  script: `say(process.env.DERIN_CANARY)`,
  held: /^undefined$/,
  base: ['environment'],
  guard: ['launcher-environment'],
  out: LEAKED,
});
