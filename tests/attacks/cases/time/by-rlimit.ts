import { boxAttack } from '../../attack.ts';

/** RLIMIT_CPU alone: two seconds above the budget. */
export default boxAttack({
  to: 'use the processor with nobody watching',
  script: String.raw`const burn = (seconds) => { const from = process.cpuUsage(); while (true) { const { user, system } = process.cpuUsage(from); if (user + system > seconds * 1e6) return } };
burn(3); say('burnt')`,
  held: /^ended SIG(XCPU|KILL)$/,
  guard: ['limit-cpu'],
  out: /^burnt$/,
  unwatched: true,
  limits: { cpuSeconds: 0 },
});
