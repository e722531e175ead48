import { boxAttack } from '../../attack.ts';

/** The kernel lets a namespace not kill its init; the filter does not let it try. */
export default boxAttack({
  to: 'kill the init of the box',
  script: String.raw`say(process.kill(1, 'SIGKILL'))`,
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^true$/,
});
