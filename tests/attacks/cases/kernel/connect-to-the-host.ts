import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'reach a server on the host below Node',
  calls: [
    { call: 'socket', args: [2, 1, 0] },
    {
      call: 'connect',
      args: [{ result: 0 }, Buffer.from([2, 0, 0, 9, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]), 16],
    },
  ],
  held: /^EACCES EPERM$/,
  guard: ['seccomp'],
  out: /^\d+ (ECONNREFUSED|0)$/,
});
