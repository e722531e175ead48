import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'keep the loop of events from turning',
  script: String.raw`(async () => { const busy = () => { const { user, system } = process.cpuUsage(); return user + system }; const from = busy(); while (busy() < from + 0.7e6) await null; say('burnt'); process.exit() })()`,
  held: /^limit cpu$/,
  guard: ['watch-cpu', 'cpu-at-end', 'limit-cpu'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
