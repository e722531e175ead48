import { boxAttack } from '../../attack.ts';

/** DMOJ, cpp_ole. */
export default boxAttack({
  to: 'flood its output',
  script: String.raw`for (let i = 0; i < 200; i++) fs.writeSync(1, 'x'.repeat(1000))`,
  held: /^limit output$/,
  guard: ['output-cap'],
  out: /^x+$/,
});
