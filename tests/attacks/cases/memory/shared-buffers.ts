import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'take shared memory',
  script: String.raw`const all = []; for (let i = 0; i < 40; i++) { all.push(new Uint8Array(new SharedArrayBuffer(8 << 20)).fill(1)); } say('took')`,
  held: /^limit memory$/,
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
