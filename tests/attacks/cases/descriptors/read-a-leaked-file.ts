import { boxAttack, LEAKED } from '../../attack.ts';

/** It passed through spawn, setpriv and bwrap. */
export default boxAttack({
  to: 'read a descriptor that the parent left open',
  script: String.raw`const bytes = Buffer.alloc(64); say(bytes.toString('utf8', 0, fs.readSync(7, bytes, 0, 64, 0)))`,
  held: /^(EBADF|ESPIPE|EINVAL|EAGAIN)$/,
  guard: ['descriptors'],
  out: LEAKED,
});
