import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'reach a server on the host from a worker',
  script: String.raw`const { Worker } = require('node:worker_threads');
new Worker("require('node:net').connect($PORT, '127.0.0.1').on('data', (d) => fs.writeSync(1, d)).on('error', (e) => fs.writeSync(1, e.code)); const fs = require('node:fs')", { eval: true })`,
  held: /^EACCES$/,
  guard: ['seccomp', 'network'],
  out: LEAKED,
  limits: { memoryMib: 800 },
});
