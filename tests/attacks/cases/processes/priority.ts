import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'take a higher priority',
  script: String.raw`require('node:os').setPriority(-10); say(require('node:os').getPriority())`,
  held: /^(ERR_SYSTEM_ERROR|EPERM|EACCES)$/,
  guard: ['seccomp', 'uid', 'userns', 'capabilities'],
  out: /^-10$/,
});
