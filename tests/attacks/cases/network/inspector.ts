import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'open a debugger',
  script: String.raw`const inspector = require('node:inspector'); inspector.open(0, '127.0.0.1'); say(inspector.url()); process.exit()`,
  held: /^(?!ws:)[^]*$/,
  guard: ['seccomp'],
  out: /ws:/,
});
