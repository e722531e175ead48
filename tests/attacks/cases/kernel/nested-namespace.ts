import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'become root of a namespace without a filter',
  calls: [{ call: 'unshare', args: [0x10000000] }],
  held: /^(ENOSPC|EPERM)$/,
  base: ['seccomp'],
  guard: ['nested-userns'],
  out: /^0$/,
});
