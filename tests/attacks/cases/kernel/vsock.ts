import { nativeAttack } from '../../attack.ts';

/** In no network namespace before Linux 7.0. IOI isolate 2.4, flag 2. */
export default nativeAttack({
  to: 'reach the hypervisor through AF_VSOCK',
  calls: [{ call: 'socket', args: [40, 1, 0] }],
  held: /^EACCES$/,
  guard: ['calls-socket'],
  out: /^(\d+|EAFNOSUPPORT)$/,
});
