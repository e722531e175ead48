import { nativeAttack } from '../../attack.ts';

/** An empty file: ENOEXEC comes after all permissions. */
export default nativeAttack({
  to: 'run a program from memory',
  calls: [
    { call: 'memfd_create', args: ['x', 1] },
    { call: 'execveat', args: [{ result: 0 }, '', 0, 0, 0x1000] },
  ],
  held: /^EPERM EPERM$/,
  guard: ['calls-unlisted'],
  out: /^\d+ ENOEXEC$/,
});
