import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'count events of the machine',
  calls: [{ call: 'perf_event_open', args: [0, 0, -1, -1, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(EFAULT|EACCES|EPERM|E2BIG)$/,
});
