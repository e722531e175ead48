import { boxAttack } from '../../attack.ts';

/** Where it is shared, who may set it sets that of the host. */
export default boxAttack({
  to: 'share the name of the host',
  script: String.raw`say(fs.readlinkSync('/proc/self/ns/uts') === '$UTS')`,
  held: /^false$/,
  base: ['proc'],
  guard: ['uts'],
  out: /^true$/,
});
