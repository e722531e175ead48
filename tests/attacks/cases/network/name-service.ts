import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'ask a name server',
  script: String.raw`const { Resolver } = require('node:dns'); const resolver = new Resolver({ timeout: 300, tries: 1 }); resolver.setServers(['127.0.0.1']);
const before = process.hrtime.bigint(); resolver.resolve4('example.org', (error) => say(error.code))`,
  held: /^ECONNREFUSED$/,
  guard: ['seccomp', 'network'],
  out: /./,
});
