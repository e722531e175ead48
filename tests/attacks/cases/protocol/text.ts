import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'write text into the channel of frames',
  script: String.raw`fs.writeSync(4, 'score=1 score=1 '); say('sent')`,
  held: /^breach: unknown frame type/,
  guard: ['frame-type'],
  out: /^sent$/,
});
