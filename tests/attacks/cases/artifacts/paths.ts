import { check, bias, dense, kernel, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

/** tfjs, pull request 8709. Only what was checked is written for the score box. */
export default hostAttack({
  to: 'have files of the host read as weights',
  act: (variant) =>
    check(
      variant,
      topology([dense()], [kernel, bias], {
        weightsManifest: [{ paths: ['../../etc/passwd', 'http://127.0.0.1/'] }],
      }),
    ),
  held: /^passed (?![^]*passwd)/,
  guard: ['artifact-rewritten'],
  out: /^passed [^]*passwd/,
});
