import { submissionAttack } from '../../attack.ts';
import { TOOLS } from '../../payloads.ts';

export default submissionAttack({
  to: 'read on in the channel for hidden rows',
  source: `${TOOLS}throw new Error('got ' + fs.readSync(3, Buffer.alloc(65536), 0, 65536, null));`,
  held: /^limitExceeded wall/,
  guard: ['sends-too-much'],
  out: /^crashed .*got [1-9]/,
  limits: { wallSeconds: 1.5 },
});
