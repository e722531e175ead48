import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'flood the channel with empty frames',
  script: String.raw`const many = Buffer.concat(Array(8000).fill(Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]))); for (let i = 0; i < 20; i++) fs.writeSync(4, many); say('sent')`,
  held: /^breach: frame 2 came more than 1 times$/,
  guard: ['frame-count'],
  out: /^sent$/,
});
