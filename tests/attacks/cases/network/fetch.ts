import { boxAttack } from '../../attack.ts';

/** The listener speaks no HTTP: an error of the parser is an answer. */
export default boxAttack({
  to: 'fetch from the host',
  script: String.raw`fetch('http://127.0.0.1:$PORT/').catch((error) => say(error.cause.code ?? error.cause.message))`,
  held: /^EACCES$/,
  guard: ['seccomp', 'network'],
  out: /does not match the HTTP/,
});
