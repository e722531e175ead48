import { hostAttack } from '../../attack.ts';
import { runElsewhere } from '../../host/elsewhere.ts';

export default hostAttack({
  to: 'have a host grade that has no bubblewrap',
  act: (variant) => runElsewhere('prove', variant, { env: { PATH: '/nonexistent', NODE_ENV: 'test' } }).over,
  held: /^not proven: .*tools/,
  guard: ['fails-closed'],
  out: /^proven$/,
});
