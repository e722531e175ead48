import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'take the processor for itself',
  calls: [{ call: 'sched_setscheduler', args: [0, 1, Buffer.from([50, 0, 0, 0])] }],
  held: /^EPERM$/,
  guard: ['uid', 'userns', 'capabilities', 'cgroup'],
  out: /^0$/,
});
