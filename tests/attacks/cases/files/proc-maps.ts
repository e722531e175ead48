import { boxAttack } from '../../attack.ts';

/** PrairieLearn landlocks it for its Java grader. */
export default boxAttack({
  to: 'read the memory map',
  script: String.raw`say(fs.readFileSync('/proc/self/maps', 'utf8').includes('node'))`,
  held: /^ENOENT$/,
  guard: ['proc'],
  out: /^true$/,
});
