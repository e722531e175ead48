import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'lock a part of a file that all boxes share',
  calls: [
    { call: 'openat', args: [-100, '/bin/node', 0] },
    { call: 'fcntl', args: [{ result: 0 }, 6, { room: 32 }] },
  ],
  held: /^\d+ EINVAL$/,
  guard: ['calls-fcntl'],
  out: /^\d+ 0$/,
});
