import { boxAttack } from '../../attack.ts';

/** Ended while it runs. */
export default boxAttack({
  to: 'use the processor for long',
  script: String.raw`const burn = (seconds) => { const from = process.cpuUsage(); while (true) { const { user, system } = process.cpuUsage(from); if (user + system > seconds * 1e6) return } };
burn(0.7); say('burnt'); setTimeout(() => say('waited'), 100)`,
  held: /^limit cpu$/,
  base: ['cpu-at-end'],
  guard: ['watch-cpu'],
  out: /waited/,
  limits: { cpuSeconds: 0.2 },
});
