import { nativeAttack } from '../../attack.ts';

/** pids.max alone, and its counter. */
export default nativeAttack({
  to: 'start 120 processes',
  calls: Array.from({ length: 120 }, () => ({ call: 'fork', forks: true }) as const),
  held: /^limit processes$/,
  base: ['seccomp', 'limit-nproc'],
  guard: ['cgroup', 'cgroup-pids', 'pids-counter'],
  out: /^(\d+ ?)+$/,
});
