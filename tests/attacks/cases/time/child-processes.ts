import { boxAttack } from '../../attack.ts';

/** The cgroup counts them; the watchdog alone sees the program and its threads. */
export default boxAttack({
  to: 'use the processor in other processes',
  script: String.raw`const { execFileSync } = require('node:child_process');
// After the clocks have begun.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
execFileSync('/bin/node', ['-e', 'const busy = () => { const { user, system } = process.cpuUsage(); return user + system }; const from = busy(); while (busy() < from + 0.7e6);'], { stdio: 'inherit' }); say('burnt')`,
  held: /^limit cpu$/,
  base: ['seccomp'],
  guard: ['cgroup', 'cpu-counter'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
