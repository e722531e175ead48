import { boxAttack } from '../../attack.ts';

/** 128 + 9 is what a shell says of such an end; anyone can say it. */
export default boxAttack({
  to: 'pass for killed by the kernel',
  script: String.raw`process.exit(137)`,
  held: /^ended SIGKILL$/,
  guard: ['exit-code-is-no-evidence'],
  out: /^limit memory$/,
});
