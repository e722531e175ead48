import { boxAttack, LEAKED } from '../../attack.ts';

export default boxAttack({
  to: 'open a leaked descriptor by its name',
  script: String.raw`say(fs.readFileSync('/proc/self/fd/7', 'utf8'))`,
  held: /^ENOENT$/,
  guard: ['proc', 'descriptors'],
  out: LEAKED,
});
