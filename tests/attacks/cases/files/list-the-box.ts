import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'find anything in the box but Node and its libraries',
  script: String.raw`say(fs.readdirSync('/').join(), fs.readdirSync('/bin').join())`,
  held: /^bin,lib(,lib64)?$/,
  guard: ['root'],
  out: /etc/,
});
