import { boxAttack } from '../../attack.ts';

/** Signal 0 asks only: the control must not kill. */
export default boxAttack({
  to: 'signal every process there is',
  script: String.raw`say(process.kill(-1, 0))`,
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^(ESRCH|true)$/,
});
