import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'open a file that all boxes share for writing',
  script: String.raw`fs.openSync('/lib/shared', 'r+'); say('open')`,
  held: /^EROFS$/,
  guard: ['shared-readonly'],
  out: /^open$/,
  binds: [{ from: '$SCRATCH', to: '/lib/shared' }],
});
