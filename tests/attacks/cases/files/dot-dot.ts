import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'leave the root by going up',
  script: String.raw`say(fs.readFileSync('/lib/../../../$FILE', 'utf8'))`,
  held: /^ENOENT$/,
  guard: ['root'],
  out: LEAKED,
});
