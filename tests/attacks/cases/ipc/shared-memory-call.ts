import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'make shared memory',
  calls: [{ call: 'shmget', args: [0, 4096, 0o600] }],
  held: /^EPERM$/,
  guard: ['seccomp'],
  out: /^\d+$/,
});
