import { check, dense, topology } from '../../artifacts.ts';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'name a layer with a megabyte of HTML and terminal codes',
  act: (variant) => check(variant, topology([dense({ name: `<script>\u001b[2J${'x'.repeat(1 << 19)}` })])),
  held: /^refused artifactTooBig$/,
  guard: ['artifact-strings'],
  out: /^passed/,
});
