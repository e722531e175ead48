import { boxAttack } from '../../attack.ts';

/** RLIMIT_DATA alone, which fails catchably. */
export default boxAttack({
  to: 'take memory without a cgroup, with nobody watching',
  script: String.raw`const all = []; for (let i = 0; i < 40; i++) all.push(Buffer.alloc(8 << 20, 1)); say('took')`,
  held: /allocation failed|ERR_MEMORY_ALLOCATION_FAILED|Last few GCs|out of memory/,
  base: ['cgroup', 'watch-resident', 'watch-peak'],
  guard: ['limit-data'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
