import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'wait for ever',
  source: 'await new Promise((over) => setTimeout(over, 3000)); throw new Error("waited");',
  held: /^limitExceeded wall/,
  guard: ['watch-wall'],
  out: /^crashed .*waited/,
  limits: { wallSeconds: 1 },
});
