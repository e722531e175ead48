import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'ignore signals',
  script: String.raw`const burn = (seconds) => { const from = process.cpuUsage(); while (true) { const { user, system } = process.cpuUsage(from); if (user + system > seconds * 1e6) return } };
for (const name of ['SIGTERM', 'SIGXCPU', 'SIGINT', 'SIGHUP']) process.on(name, () => {}); burn(0.7); say('burnt')`,
  held: /^limit cpu$/,
  guard: ['watch-cpu', 'cpu-at-end', 'limit-cpu'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
