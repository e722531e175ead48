import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'use up all descriptors',
  script: String.raw`let open = 0; try { while (open < 300) { fs.openSync('/bin/node'); open++ } } catch (error) { say(error.code) } say(open > 64)`,
  held: /^EMFILE\nfalse$/,
  guard: ['limit-nofile'],
  out: /^true$/,
});
