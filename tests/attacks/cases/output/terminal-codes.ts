import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'send codes to the terminal of whoever reads its report',
  source: `console.log('\\u001b[2J\\u0007text'); throw new Error('\\u001b]0;title\\u0007');`,
  // eslint-disable-next-line no-control-regex
  held: /^crashed [^\u0007\u001b]*\[2Jtext[^\u0007\u001b]*$/,
  guard: ['clean-text'],
  // eslint-disable-next-line no-control-regex
  out: /\u001b\[2J\u0007text/,
});
