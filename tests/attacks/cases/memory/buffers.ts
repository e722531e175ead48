import { boxAttack } from '../../attack.ts';

/** --max-old-space-size is no limit for it. */
export default boxAttack({
  to: 'take memory outside the heap',
  script: String.raw`const all = []; for (let i = 0; i < 40; i++) all.push(Buffer.alloc(8 << 20, 1)); say('took')`,
  held: /^limit memory$/,
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
