import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'load a module',
  calls: [{ call: 'init_module', args: [0, 0, ''] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted'],
  out: /^(EPERM|ENOSYS)$/,
});
