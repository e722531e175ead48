import * as tf from '@tensorflow/tfjs';
import { callbacksOf, takesNumbers, type FitLoop } from './callbacks.ts';
import type { CallbackList, FitArgs, Model } from './internals.ts';
import { addLogs, disposeLogs, type Logs } from './logs.ts';
import type { Steps } from './steps.ts';

/** tfjs's loop over epochs and batches with other steps: the same callbacks in the same order, told the same. */
export async function runFit(steps: Steps, plain: FitLoop, model: Model, args: FitArgs): Promise<tf.History> {
  const [, ins, labels, batchSize = 32, epochs = 1, , , testF, , shuffle = true, , initialEpoch = 0] = args;
  const list = await callbacksOf(model, plain, args);
  model.history = list.callbacks.find((each) => each instanceof tf.History)!;
  const order = Array.from({ length: ins[0]!.shape[0]! }, (_, i) => i);
  const training = { steps, model, list, labels, batchSize, rows: order.length, isTested: testF !== null };
  await list.onTrainBegin();
  model.stopTraining_ = false;
  for (let epoch = initialEpoch; epoch < epochs && !model.stopTraining_; epoch++) {
    await list.onEpochBegin(epoch);
    if (shuffle) tf.util.shuffle(order);
    steps.setOrder(order);
    await list.onEpochEnd(epoch, (await runEpoch(training)) as never);
  }
  await list.onTrainEnd();
  await model.history.syncData();
  return model.history;
}

type Training = {
  steps: Steps;
  model: Model;
  list: CallbackList;
  labels: string[];
  batchSize: number;
  rows: number;
  isTested: boolean;
};

/** The batches of one epoch; gives what was validated. */
async function runEpoch({ steps, model, list, labels, batchSize, rows, isTested }: Training): Promise<Logs> {
  const asNumbers = takesNumbers(list);
  const tested = labels.map((label) => `val_${label}`);
  const epochLogs: Logs = {};
  for (let batch = 0, start = 0; start < rows; batch++, start += batchSize) {
    const logs: Logs = {};
    await list.onBatchBegin(batch, logs as never);
    const size = Math.min(batchSize, rows - start);
    Object.assign(logs, { batch, size });
    addLogs(logs, labels, steps.step(start, size), asNumbers);
    if (isTested && start + size >= rows) addLogs(epochLogs, tested, steps.validate(), asNumbers);
    await list.onBatchEnd(batch, logs as never);
    disposeLogs(logs);
    if (model.stopTraining_) break;
  }
  return epochLogs;
}
