import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'read the environment from /proc',
  script: String.raw`say(fs.readFileSync('/proc/self/environ', 'utf8'))`,
  held: /^ENOENT$/,
  guard: ['proc'],
  out: /UV_USE_IO_URING/,
});
