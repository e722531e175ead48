import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'take memory in several threads',
  script: String.raw`const { Worker } = require('node:worker_threads'); let over = 0;
const work = 'const all = []; for (let i = 0; i < 30; i++) all.push(Buffer.alloc(8 << 20, 1)); require("node:worker_threads").parentPort.postMessage(0); setTimeout(() => {}, 5000)';
for (let i = 0; i < 2; i++) new Worker(work, { eval: true }).on('message', () => { if (++over === 2) { say('took'); process.exit() } }); if (0) say('took')`,
  held: /^limit memory$/,
  base: ['limit-data'],
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^took$/,
  limits: { memoryMib: 320, cpuSeconds: 20 },
});
