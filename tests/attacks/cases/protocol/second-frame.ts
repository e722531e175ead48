import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'send a second answer',
  script: String.raw`frame(2, 'x'); frame(2, 'y'); say('sent')`,
  held: /^breach: frame 2 came more than 1 times$/,
  guard: ['frame-count'],
  out: /^sent$/,
});
