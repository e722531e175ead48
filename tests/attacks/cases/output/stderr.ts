import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'flood its errors',
  script: String.raw`for (let i = 0; i < 200; i++) fs.writeSync(2, 'x'.repeat(1000))`,
  held: /^limit output$/,
  guard: ['output-cap'],
  out: /^x+$/,
});
