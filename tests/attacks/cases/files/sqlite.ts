import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'make a database',
  script: String.raw`const { DatabaseSync } = require('node:sqlite'); new DatabaseSync('/x.db').exec('create table t (a)'); say('made')`,
  held: /^ERR_SQLITE_ERROR$/,
  guard: ['readonly', 'limit-fsize', 'seccomp'],
  out: /^made$/,
});
