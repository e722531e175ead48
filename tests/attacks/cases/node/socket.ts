import { LEAKED, submissionAttack } from '../../attack.ts';

/** Node has no permission for the network: the filter is alone here. */
export default submissionAttack({
  to: 'reach a server on the host in a submission',
  source:
    "await new Promise((_, fail) => process.getBuiltinModule('node:net').connect($PORT, '127.0.0.1').on('error', fail).on('data', (text) => fail(new Error(String(text)))));",
  held: /^crashed .*EACCES/,
  guard: ['seccomp', 'network'],
  out: LEAKED,
});
