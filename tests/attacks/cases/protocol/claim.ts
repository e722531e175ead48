import { boxAttack } from '../../attack.ts';

/** Refused at the header: nothing of it is kept. */
export default boxAttack({
  to: 'claim a frame of 4 GiB',
  script: String.raw`fs.writeSync(4, Buffer.from([2, 0, 0, 0, 255, 255, 255, 255])); for (let i = 0; i < 64; i++) fs.writeSync(4, Buffer.alloc(65536)); say('sent')`,
  held: /^breach: frame 2 claims 4294967295 bytes/,
  guard: ['frame-size'],
  out: /^sent$/,
});
