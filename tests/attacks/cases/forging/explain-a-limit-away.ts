import { submissionAttack } from '../../attack.ts';

/** A broken limit comes before anything the program says. */
export default submissionAttack({
  to: 'give another reason for the end at a limit',
  source:
    "const kept = []; for (let i = 0; i < 48; i++) kept.push(Buffer.alloc(8 << 20, 1)); await new Promise((over) => setTimeout(over, 200)); throw new Error('no');",
  held: /^limitExceeded memory/,
  base: ['watch-resident', 'cgroup', 'limit-data'],
  guard: ['limit-first'],
  out: /^crashed .*no/,
});
