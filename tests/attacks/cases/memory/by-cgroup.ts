import { boxAttack } from '../../attack.ts';

/** The cgroup alone, and its counter. */
export default boxAttack({
  to: 'take memory with nobody watching',
  script: String.raw`const all = []; for (let i = 0; i < 40; i++) all.push(Buffer.alloc(8 << 20, 1)); say('took')`,
  held: /^limit memory$/,
  base: ['watch-resident', 'watch-peak', 'limit-data'],
  guard: ['cgroup', 'cgroup-memory', 'oom-counter'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
