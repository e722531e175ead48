import { nativeAttack } from '../../attack.ts';

export default nativeAttack({
  to: 'become root of a namespace',
  calls: [{ call: 'unshare', args: [0x10000000] }],
  held: /^ended SIGSYS$/,
  guard: ['calls-deadly', 'calls-unlisted', 'nested-userns'],
  out: /^0$/,
});
