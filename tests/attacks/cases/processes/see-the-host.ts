import { boxAttack } from '../../attack.ts';

/** The pid namespace alone. */
export default boxAttack({
  to: 'find out which processes the host runs',
  script: String.raw`say(process.kill($PID, 0))`,
  held: /^ESRCH$/,
  base: ['seccomp', 'uid'],
  guard: ['pid'],
  out: /^true$/,
});
