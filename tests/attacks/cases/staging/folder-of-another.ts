import { chownSync, mkdirSync } from 'node:fs';
import { hostAttack } from '../../attack.ts';
import { stageInto } from '../../host/stage.ts';

/** Who owns the folder replaces the program of every box. */
export default hostAttack({
  to: 'own the folder where programs of boxes are staged',
  act: (variant) =>
    stageInto(variant, (stage) => {
      mkdirSync(stage);
      chownSync(stage, 1234, 1234);
    }),
  held: /^refused: .*must be a folder of root/,
  base: ['stage-in-tmp'],
  guard: ['stage-owner'],
  out: /^staged$/,
});
