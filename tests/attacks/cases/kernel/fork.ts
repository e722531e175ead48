import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'fork',
  calls: [{ call: 'fork', forks: true }],
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^\d+$/,
});
