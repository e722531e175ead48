import { stripTypeScriptTypes } from 'node:module';
import * as tf from '@tensorflow/tfjs';
import { INBOUND, TRAIN_OUT, type TrainJob } from '#graders/protocol/box.ts';
import type { TrainRecord } from '#lib/core/assignments/facts.ts';
import { dismantle } from './artifact.ts';
import { makeConsole, silentConsole } from './console.ts';
import { seedEverything } from './determinism.ts';
import { restoreBestWeights } from './early-stopping.ts';
import { checkEmbeddingIds } from './embedding-ids.ts';
import { startEngine } from './engine.ts';
import { BoxFailure } from './fail.ts';
import { floatsOf, jsonBytes, readFrame, sendFrame, sendJson } from './frames.ts';
import { normalization } from './normalization.ts';
import { defectOf, refuseKnownDefects } from './known-defects.ts';
import { recordTraining } from './recorder.ts';
import { runScript, studentLine } from './run-script.ts';
import { acceptWholeLabels } from './sparse-labels.ts';
import { checkTopology } from './topology.ts';

/**
 * The program of a train box: warms up, says `ready`, takes one job, runs the student's script, sends the model it left, ends.
 * Nothing here is trusted by the host, which owns the labels of the hidden data and judges only the model.
 */
const exit = process.exit.bind(process);
/** Told with a failure too: what was compiled often explains it. */
let record: ((left: unknown) => TrainRecord) | null = null;

async function main(): Promise<void> {
  process.emitWarning = () => {};
  globalThis.console = silentConsole();
  await startEngine();
  await warmUp();
  process.on('uncaughtException', giveUp).on('unhandledRejection', giveUp);
  process.on('beforeExit', () =>
    giveUp(new BoxFailure('neverFinished', 'the script waits for something that never comes')),
  );
  sendFrame(TRAIN_OUT.ready.type);
  const job = readJob();
  globalThis.console = makeConsole();
  Error.stackTraceLimit = 60;
  seedEverything(job.seed);
  acceptWholeLabels();
  checkEmbeddingIds();
  restoreBestWeights();
  refuseKnownDefects();
  record = recordTraining(job.epochsMax, job.given, (epoch) => sendJson(TRAIN_OUT.epoch.type, epoch));
  sendFrame(TRAIN_OUT.started.type);
  const names = {
    ...job.names,
    tf,
    xTrain: job.x,
    yTrain: job.y,
    seed: job.seed,
    normalization,
    console,
    require: requireTfjs,
  };
  const { model } = await runScript(job.source, names);
  sendModel(model);
  sendJson(TRAIN_OUT.record.type, record(model));
  sendFrame(TRAIN_OUT.done.type);
  exit(0);
}

/** One small training, so that the first student line meets compiled code; every layer has a name, so that theirs count from 1. */
async function warmUp(): Promise<void> {
  stripTypeScriptTypes('const warm: number = 1;');
  const [conv, flat, dense] = ['warm_conv', 'warm_flat', 'warm_dense'];
  const model = tf.sequential({ name: 'warm' });
  model.add(
    tf.layers.conv2d({ name: conv!, filters: 2, kernelSize: 3, activation: 'relu', inputShape: [6, 6, 1] }),
  );
  model.add(tf.layers.flatten({ name: flat! }));
  model.add(tf.layers.dense({ name: dense!, units: 2, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const [x, y] = [tf.ones([64, 6, 6, 1]), tf.oneHot(tf.zeros([64], 'int32'), 2)];
  await model.fit(x, y, { epochs: 2, batchSize: 8, verbose: 0 });
  tf.dispose([x, y]);
  model.dispose();
}

function readJob() {
  const frames = new Map<number, Buffer>();
  while (frames.size < 3) {
    const frame = readFrame();
    if (frame === null) exit(0);
    frames.set(frame!.type, frame!.payload);
  }
  const job = JSON.parse(frames.get(INBOUND.job)!.toString()) as TrainJob;
  const [x, y] = [floatsOf(frames.get(INBOUND.x)!), floatsOf(frames.get(INBOUND.y)!)];
  const given = { x: { values: x, shape: job.xShape }, y: { values: y, shape: job.yShape } };
  return { ...job, given, x: tensorOf(x, job.xShape, job.inputs), y: tensorOf(y, job.yShape, job.labels) };
}

const tensorOf = (values: Float32Array, shape: number[], type: 'int' | 'float'): tf.Tensor =>
  type === 'int' ? tf.tensor(Int32Array.from(values), shape, 'int32') : tf.tensor(values, shape);

function sendModel(model: unknown): void {
  if (model === undefined || model === null)
    throw new BoxFailure('noModel', 'the script left nothing in `model`');
  if (model instanceof Promise) throw new BoxFailure('modelIsPromise', '`model` is a promise');
  if (!(model instanceof tf.LayersModel))
    throw new BoxFailure('notAModel', '`model` is not a tf.LayersModel');
  const { topology, weights } = dismantle(model);
  const json = jsonBytes(topology);
  checkTopology(json.toString(), weights.byteLength);
  sendFrame(TRAIN_OUT.topology.type, json);
  sendFrame(TRAIN_OUT.weights.type, weights);
}

/** For scripts that begin with `require` or `import`: there is one module, and it is already here. */
function requireTfjs(name: string): typeof tf {
  if (name.startsWith('@tensorflow/tfjs')) return tf;
  throw new Error(`only @tensorflow/tfjs is available here, not "${name}"`);
}

function giveUp(error: unknown): void {
  if (record) sendJson(TRAIN_OUT.record.type, record(null));
  sendJson(TRAIN_OUT.failed.type, asFailure(error));
  exit(1);
}

function asFailure(error: unknown): BoxFailure {
  if (error instanceof BoxFailure)
    return new BoxFailure(error.code, error.message, error.line ?? studentLine(error));
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const { code, message: what } = defectOf(message) ?? { code: codeOf(message), message };
  return new BoxFailure(code, what, studentLine(error));
}

/** tfjs says in words which end of the model does not fit the data. */
function codeOf(message: string): 'wrongInputShape' | 'wrongTargetShape' | 'threw' {
  const [, end] =
    /\b(input|target) expected a batch of elements|Error when checking (?:model )?(input|target)/
      .exec(message)
      ?.filter(Boolean) ?? [];
  if (end === 'target') return 'wrongTargetShape';
  return end === 'input' || message.includes('is incompatible with layer') ? 'wrongInputShape' : 'threw';
}

main().catch(giveUp);
