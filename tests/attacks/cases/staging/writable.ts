import { chmodSync, mkdirSync } from 'node:fs';
import { hostAttack } from '../../attack.ts';
import { stageInto } from '../../host/stage.ts';

export default hostAttack({
  to: 'write into the folder where programs of boxes are staged',
  act: (variant) =>
    stageInto(variant, (stage) => {
      mkdirSync(stage);
      chmodSync(stage, 0o777);
    }),
  held: /^refused: .*must be a folder of root/,
  base: ['stage-in-tmp'],
  guard: ['stage-mode'],
  out: /^staged$/,
});
