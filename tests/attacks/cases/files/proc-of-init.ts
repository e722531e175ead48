import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'read how the box was started',
  script: String.raw`say(fs.readFileSync('/proc/1/cmdline', 'utf8'))`,
  held: /^ENOENT$/,
  guard: ['proc'],
  out: /bwrap/,
});
