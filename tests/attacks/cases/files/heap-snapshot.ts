import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'write the heap into a file',
  script: String.raw`require('node:v8').writeHeapSnapshot('/x.heapsnapshot'); say(fs.statSync('/x.heapsnapshot').size > 1000)`,
  held: /EROFS|ENOENT/,
  guard: ['readonly', 'limit-fsize'],
  out: /^true$/,
});
