import { boxAttack } from '../../attack.ts';

/** The cap on what is kept alone. */
export default boxAttack({
  to: 'have all of its output kept',
  script: String.raw`for (let i = 0; i < 200; i++) fs.writeSync(1, 'x'.repeat(1000))`,
  held: /^x{65536}$/,
  base: ['output-cap'],
  guard: ['capture-cap'],
  out: /^x{200000}$/,
});
