import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'wait for ever',
  script: String.raw`Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500); say('waited')`,
  held: /^limit wall$/,
  guard: ['watch-wall'],
  out: /^waited$/,
  limits: { wallSeconds: 1 },
});
