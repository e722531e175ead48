import { submissionAttack } from '../../attack.ts';

export default submissionAttack({
  to: 'take memory by tensors',
  source:
    'const kept = []; for (let i = 0; i < 60; i++) kept.push(tf.fill([2 << 20], i)); throw new Error("took");',
  held: /^limitExceeded memory/,
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^crashed .*took/,
});
