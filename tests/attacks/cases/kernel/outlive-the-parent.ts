import { nativeAttack } from '../../attack.ts';

/** PR_SET_PDEATHSIG takes back what --die-with-parent set. */
export default nativeAttack({
  to: 'outlive the host by prctl',
  calls: [{ call: 'prctl', args: [1, 0, 0, 0, 0] }],
  held: /^EINVAL$/,
  guard: ['calls-prctl'],
  out: /^0$/,
});
