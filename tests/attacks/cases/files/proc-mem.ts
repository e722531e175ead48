import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'open the memory of the process as a file',
  script: String.raw`fs.openSync('/proc/self/mem', 'r'); say('open')`,
  held: /^ENOENT$/,
  guard: ['proc'],
  out: /^open$/,
});
