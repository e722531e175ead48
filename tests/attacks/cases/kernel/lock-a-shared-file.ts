import { nativeAttack } from '../../attack.ts';

/** One box waits for another: IOI isolate 2.4, flag 4. */
export default nativeAttack({
  to: 'lock a file that all boxes share',
  calls: [
    { call: 'openat', args: [-100, '/bin/node', 0] },
    { call: 'flock', args: [{ result: 0 }, 2] },
  ],
  held: /^\d+ EPERM$/,
  guard: ['calls-unlisted'],
  out: /^\d+ 0$/,
});
