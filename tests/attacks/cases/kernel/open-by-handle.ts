import { nativeAttack } from '../../attack.ts';

/** The way out of early Docker, "shocker". */
export default nativeAttack({
  to: 'open a file of the host by its number',
  calls: [{ call: 'open_by_handle_at', args: [-100, 0, 0] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(EPERM|EFAULT)$/,
});
