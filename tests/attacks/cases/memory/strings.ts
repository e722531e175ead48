import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'fill the heap with text',
  script: String.raw`const all = []; for (let i = 0; i < 320; i++) all.push(Buffer.alloc(1 << 20, 97 + (i % 26)).toString('latin1') + i); say('took')`,
  held: /^limit memory$/,
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
