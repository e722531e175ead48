import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'list the network interfaces',
  script: String.raw`say(Object.keys(require('node:os').networkInterfaces()).join())`,
  held: /^(ERR_SYSTEM_ERROR)?$|ended 0/,
  guard: ['seccomp', 'network'],
  out: /lo/,
});
