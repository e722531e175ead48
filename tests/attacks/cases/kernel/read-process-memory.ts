import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'read the memory of a process',
  calls: [{ call: 'process_vm_readv', args: [1, 0, 0, 0, 0, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(0|EPERM|ESRCH)$/,
});
