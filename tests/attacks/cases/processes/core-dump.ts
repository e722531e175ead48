import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'leave a core dump',
  script: String.raw`say(process.report.getReport().userLimits.core_file_size_blocks.hard)`,
  held: /^0$/,
  guard: ['limit-core'],
  out: /^(?!0$)./,
});
