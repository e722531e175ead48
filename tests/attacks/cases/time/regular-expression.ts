import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'use the processor in one regular expression',
  script: String.raw`/^(a+)+$/.test('a'.repeat(27) + '!'); say('burnt')`,
  held: /^limit cpu$/,
  guard: ['watch-cpu', 'cpu-at-end', 'limit-cpu'],
  out: /^burnt$/,
  limits: { cpuSeconds: 0.2 },
});
