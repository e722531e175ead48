import { mkdirSync, symlinkSync } from 'node:fs';
import { hostAttack } from '../../attack.ts';
import { stageInto } from '../../host/stage.ts';

/** Judge0, CVE-2024-28185 and -28189: the host followed a link. */
export default hostAttack({
  to: 'have the host follow a link where programs of boxes are staged',
  act: (variant) =>
    stageInto(variant, (stage) => {
      mkdirSync(`${stage}-theirs`);
      symlinkSync(`${stage}-theirs`, stage);
    }),
  held: /^refused: .*must be a folder of root/,
  // The mode of a link lets everyone write.
  base: ['stage-in-tmp', 'stage-mode'],
  guard: ['stage-link'],
  out: /^staged$/,
});
