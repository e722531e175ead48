import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'fork by clone',
  calls: [{ call: 'clone', args: [17, 0, 0, 0, 0], forks: true }],
  held: /^EPERM$/,
  guard: ['calls-clone'],
  out: /^\d+$/,
});
