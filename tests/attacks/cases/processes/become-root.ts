import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'become root',
  script: String.raw`process.setuid(0); say(process.getuid())`,
  held: /^EPERM$/,
  guard: ['seccomp', 'uid', 'userns', 'capabilities'],
  out: /^0$/,
});
