import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'use the processor in four threads',
  script: String.raw`const { Worker } = require('node:worker_threads'); let over = 0;
const work = 'const busy = () => { const { user, system } = process.cpuUsage(); return user + system }; const from = busy(); while (busy() < from + 0.7e6);';
for (let i = 0; i < 4; i++) new Worker(work, { eval: true }).on('exit', () => { if (++over === 4) say('burnt') });`,
  held: /^limit cpu$/,
  base: ['limit-data'],
  guard: ['watch-cpu', 'cpu-at-end', 'limit-cpu'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
