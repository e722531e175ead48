import type { Epoch } from '#lib/core/assignments/report.ts';

type Column = (number | null)[];
/** `isAdversarial`: the two losses are those of a generator and a discriminator, and nothing is validated. */
export type Series = { isAdversarial: boolean; epoch: number[]; loss: Column; valLoss: Column; accuracy: Column; valAccuracy: Column };

/** Columns of what the framework logged; tfjs calls the accuracy "acc", scripts may call it "accuracy". */
export const seriesOf = (points: readonly Epoch[]): Series => ({
  isAdversarial: points.some((p) => 'gLoss' in p.logs),
  epoch: points.map((p) => p.epoch),
  loss: points.map((p) => p.logs.loss ?? p.logs.gLoss ?? null),
  valLoss: points.map((p) => p.logs.val_loss ?? p.logs.dLoss ?? null),
  accuracy: points.map((p) => p.logs.acc ?? p.logs.accuracy ?? null),
  valAccuracy: points.map((p) => p.logs.val_acc ?? p.logs.val_accuracy ?? null),
});
