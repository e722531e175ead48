import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'flood its output in a submission',
  source: 'for (let i = 0; i < 300; i++) console.log("x".repeat(1000)); throw new Error("printed");',
  held: /^limitExceeded output/,
  guard: ['output-cap'],
  out: /^crashed .*printed/,
});
