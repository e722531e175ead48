import { submissionAttack } from '../../attack.ts';

/** Boxes wait with the most any job may have. */
export default submissionAttack({
  to: 'take what a waiting box may have and the job may not',
  source:
    'const kept = []; for (let i = 0; i < 45; i++) kept.push(Buffer.alloc(8 << 20, 1)); throw new Error("took");',
  held: /^limitExceeded memory/,
  base: ['watch-resident', 'watch-peak'],
  guard: ['begin-tightens'],
  out: /^crashed .*took/,
  limits: { memoryMib: 300 },
});
