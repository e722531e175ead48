import { boxAttack } from '../../attack.ts';

/** Shared between boxes before isolate 2.6. */
export default boxAttack({
  to: 'leave something in /dev/shm for the next box',
  script: String.raw`fs.writeFileSync('/dev/shm/x', ''); say('left')`,
  held: /^ENOENT$/,
  guard: ['dev'],
  out: /^left$/,
});
