import { boxAttack } from '../../attack.ts';

/** Judge0, CVE-2024-28185: the host followed a link that a box had made. */
export default boxAttack({
  to: 'make a link to a file of the host',
  script: String.raw`fs.symlinkSync('/etc/passwd', '/link'); say('made')`,
  held: /^(EPERM|EROFS)$/,
  guard: ['readonly', 'calls-unlisted'],
  out: /^made$/,
});
