import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'wait for visitors',
  script: String.raw`require('node:net').createServer().on('error', (error) => say(error.code)).listen(0, '127.0.0.1', () => { say('listening'); process.exit() })`,
  held: /^EACCES$/,
  guard: ['seccomp'],
  out: /^listening$/,
});
