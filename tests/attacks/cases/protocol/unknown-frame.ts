import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'send a frame of an unknown type',
  script: String.raw`frame(30, 'x'.repeat(100)); say('sent')`,
  held: /^breach: unknown frame type 30$/,
  guard: ['frame-type'],
  out: /^sent$/,
});
