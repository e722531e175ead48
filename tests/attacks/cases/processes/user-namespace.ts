import { boxAttack } from '../../attack.ts';

/** As root bwrap needs no namespace of its own, and would go on without. */
export default boxAttack({
  to: 'stay in the user namespace of the host',
  script: String.raw`say(fs.readFileSync('/proc/self/uid_map', 'utf8').trim().split(/ +/).join(' '))`,
  held: /^65534 \d+ 1$/,
  base: ['uid', 'proc'],
  guard: ['userns'],
  out: /^0 0 4294967295$/,
});
