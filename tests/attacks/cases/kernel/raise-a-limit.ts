import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'raise a limit',
  calls: [{ call: 'prlimit64', args: [0, 7, Buffer.from(new BigUint64Array([1000n, 1000n]).buffer), 0] }],
  held: /^EPERM$/,
  guard: ['limit-nofile'],
  out: /^0$/,
});
