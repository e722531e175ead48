import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'reach the root of another process',
  script: String.raw`say(fs.readdirSync('/proc/1/root/bin').join())`,
  held: /^ENOENT$/,
  guard: ['proc'],
  out: /node/,
});
