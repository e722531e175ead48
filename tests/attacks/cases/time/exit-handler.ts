import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'go on when it has exited',
  script: String.raw`const burn = (seconds) => { const from = process.cpuUsage(); while (true) { const { user, system } = process.cpuUsage(from); if (user + system > seconds * 1e6) return } };
process.on('exit', () => { burn(0.7); say('burnt') }); process.exit(0)`,
  held: /^limit cpu$/,
  guard: ['watch-cpu', 'cpu-at-end', 'limit-cpu'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
