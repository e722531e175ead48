import { boxAttack } from '../../attack.ts';

/** The watchdog alone. */
export default boxAttack({
  to: 'take memory without a cgroup',
  script: String.raw`const all = []; for (let i = 0; i < 40; i++) all.push(Buffer.alloc(8 << 20, 1)); say('took')`,
  held: /^limit memory$/,
  base: ['cgroup', 'limit-data', 'watch-peak'],
  guard: ['watch-resident'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
