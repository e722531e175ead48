import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'fill the heap',
  script: String.raw`const all = []; for (let i = 0; i < 400; i++) all.push(new Array(1e5).fill({})); say('took')`,
  held: /^limit memory$/,
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
