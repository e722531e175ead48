import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'see the host through WASI',
  script: String.raw`const { WASI } = require('node:wasi');
new WASI({ version: 'preview1', preopens: { '/': '/' } }); say(fs.readdirSync('/').includes('etc'))`,
  held: /^false$/,
  guard: ['root'],
  out: /^true$/,
});
