import { boxAttack } from '../../attack.ts';

/** Counted when it has ended. */
export default boxAttack({
  to: 'use the processor and be gone before anyone looks',
  script: String.raw`const burn = (seconds) => { const from = process.cpuUsage(); while (true) { const { user, system } = process.cpuUsage(from); if (user + system > seconds * 1e6) return } };
burn(0.7); say('burnt')`,
  held: /^limit cpu$/,
  base: ['watch-cpu'],
  guard: ['cpu-at-end'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
