import { boxAttack } from '../../attack.ts';

/** The first cause stands. */
export default boxAttack({
  to: 'explain a breach away by flooding',
  script: String.raw`const much = Buffer.alloc(150_000, 120); frame(30); fs.writeSync(1, much)`,
  held: /^breach: unknown frame type 30$/,
  guard: ['first-cause'],
  out: /^limit output$/,
});
