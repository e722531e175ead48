import { nativeAttack } from '../../attack.ts';

/** A session has a terminal, and TIOCSTI types into it. */
export default nativeAttack({
  to: 'share a session with the host',
  calls: [{ call: 'getsid', args: [0] }],
  held: /^[1-9]\d*$/,
  base: ['seccomp'],
  guard: ['session'],
  out: /^0$/,
});
