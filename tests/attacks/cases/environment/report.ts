import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'read a report of the process for facts about the host',
  script: String.raw`const { header, environmentVariables } = process.report.getReport(); say(header.host, 0); say(JSON.stringify(environmentVariables).includes('bin'))`,
  held: /^box\nfalse$/,
  guard: ['hostname', 'environment'],
  out: /^(?!box\n)[^]*true$/,
});
