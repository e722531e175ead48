import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'start 120 processes where there is no cgroup',
  calls: Array.from({ length: 120 }, () => ({ call: 'fork', forks: true }) as const),
  held: /EAGAIN/,
  base: ['seccomp', 'cgroup'],
  guard: ['limit-nproc'],
  out: /^(\d+ ?)+$/,
});
