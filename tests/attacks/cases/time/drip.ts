import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'send one byte of a frame after the other',
  script: String.raw`let sent = 0; const timer = setInterval(() => { fs.writeSync(4, Buffer.from([2])); if (++sent === 5) { clearInterval(timer); say('waited') } }, 500)`,
  held: /^limit wall$/,
  guard: ['watch-wall'],
  out: /^waited$/,
  limits: { wallSeconds: 1 },
});
