import type { Epoch } from '#lib/core/assignments/report.ts';

type Column = (number | null)[];
export type Series = { epoch: number[]; loss: Column; valLoss: Column; accuracy: Column; valAccuracy: Column };

/** Columns of what the framework logged; tfjs calls the accuracy "acc", scripts may call it "accuracy". */
export const seriesOf = (points: readonly Epoch[]): Series => ({
  epoch: points.map((p) => p.epoch),
  loss: points.map((p) => p.logs.loss ?? null),
  valLoss: points.map((p) => p.logs.val_loss ?? null),
  accuracy: points.map((p) => p.logs.acc ?? p.logs.accuracy ?? null),
  valAccuracy: points.map((p) => p.logs.val_acc ?? p.logs.val_accuracy ?? null),
});
