import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'write into a file it could make',
  script: String.raw`const file = fs.openSync('/written', 'w'); say(fs.writeSync(file, 'x'))`,
  held: /^EFBIG$/,
  base: ['readonly'],
  guard: ['limit-fsize'],
  out: /^1$/,
});
