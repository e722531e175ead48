import { boxAttack } from '../../attack.ts';

/** DMOJ, kill_judge. */
export default boxAttack({
  to: 'signal a process of the host',
  script: String.raw`say(process.kill($PID, 0))`,
  held: /^EPERM$/,
  guard: ['calls-unlisted', 'pid', 'uid'],
  out: /^true$/,
});
