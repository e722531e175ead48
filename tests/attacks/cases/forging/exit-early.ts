import { submissionAttack } from '../../attack.ts';

/** gradema, Gradescope: a run that ended before the tests counted as passed. */
export default submissionAttack({
  to: 'pass by ending without a word',
  source: 'process.exit(0);',
  held: /^crashed .*ended before it handed over/,
  guard: ['trusts-silence'],
  out: /^graded 1/,
});
