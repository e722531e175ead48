import { submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

/** Refused at the header: nothing of it is kept. */
export default submissionAttack({
  to: 'claim a frame of 4 GiB',
  source: `${TOOLS}const head = Buffer.alloc(8); head.writeUInt32LE(20, 0); head.writeUInt32LE(0xffffffff, 4); fs.writeSync(4, head); for (let i = 0; i < 500; i++) fs.writeSync(4, Buffer.alloc(65536)); process.exit(0);`,
  held: /^crashed .*result channel/,
  guard: ['frame-size'],
  out: /^crashed .*ended before it handed over/,
});
