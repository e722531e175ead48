import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'reach the metadata service of a cloud',
  script: String.raw`const request = require('node:http').get('http://169.254.169.254/', { timeout: 500 }, () => say('answer')).on('error', (error) => say(error.code)).on('timeout', () => say('sent'))`,
  held: /^EACCES$/,
  guard: ['seccomp'],
  out: /^(ENETUNREACH|EHOSTUNREACH|sent|answer)/,
});
