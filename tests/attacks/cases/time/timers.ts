import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'set millions of timers',
  script: String.raw`for (let i = 0; i < 3e6; i++) setTimeout(() => {}, 1e6); say('burnt'); process.exit()`,
  held: /^limit (cpu|memory)$/,
  guard: ['watch-cpu', 'cpu-at-end', 'limit-cpu', 'watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
