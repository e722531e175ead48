import { submissionAttack } from '../../attack.ts';
import { HONEST } from '../../payloads.ts';

/** DMOJ, py_above_one_ie: our fault is never stored as a score. */
export default submissionAttack({
  to: 'profit from a judge that gives too much',
  source: HONEST,
  held: /^graderFailed: .*fraction 1.5/,
  base: ['judge-gives-too-much'],
  guard: ['fraction-range'],
  out: /^graded 1.5/,
});
