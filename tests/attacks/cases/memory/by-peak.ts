import { boxAttack } from '../../attack.ts';

/** What was taken counts also when it is given back. */
export default boxAttack({
  to: 'take memory between two looks',
  script: String.raw`const all = []; for (let i = 0; i < 40; i++) all.push(Buffer.alloc(8 << 20, 1)); say('took')`,
  held: /^limit memory$/,
  base: ['cgroup', 'limit-data', 'watch-resident'],
  guard: ['watch-peak'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
