import * as tf from '@tensorflow/tfjs';
import { TRAIN_OUT, type TrainJob } from '#graders/protocol/box.ts';
import { assemble, dismantle, modelsOf } from './artifact.ts';
import { runCalls } from './calls.ts';
import { makeConsole, silentConsole } from './console.ts';
import { seedEverything } from './determinism.ts';
import { restoreBestWeights } from './early-stopping.ts';
import { checkEmbeddingIds } from './embedding-ids.ts';
import { startEngine } from './engine.ts';
import { BoxFailure } from './fail.ts';
import { jsonBytes, readFrame, readRows, sendFrame, sendJson, tensorsOf } from './frames.ts';
import { normalization } from './normalization.ts';
import { defectOf, refuseKnownDefects } from './known-defects.ts';
import { checkRates } from './rates.ts';
import { recordTraining, type Recorder } from './recorder.ts';
import { runScript, studentLine } from './run-script.ts';
import { acceptWholeLabels } from './sparse-labels.ts';
import { checkTopology } from './topology.ts';
import type { Rows } from './tensor-facts.ts';
import type { Given } from './tracer.ts';
import { makeTrainingLoops } from './training-loops.ts';
import { warmUp } from './warm-up.ts';

/**
 * The program of a train box: warms up, says `ready`, takes one job, runs the student's script, sends what it left, ends.
 * Nothing here is trusted by the host, which owns the labels of the hidden data and judges only the model.
 */
const exit = process.exit.bind(process);
/** Told with a failure too: what was compiled often explains it. */
let recorder: Recorder | null = null;

async function main(): Promise<void> {
  process.emitWarning = () => {};
  globalThis.console = silentConsole();
  await startEngine();
  await warmUp(requireTfjs);
  // Nothing of this needs the job, so no student waits for it.
  acceptWholeLabels();
  checkEmbeddingIds();
  checkRates();
  restoreBestWeights();
  refuseKnownDefects();
  const watched = recordTraining((epoch) => sendJson(TRAIN_OUT.epoch.type, epoch));
  const console = makeConsole();
  process.on('uncaughtException', giveUp).on('unhandledRejection', giveUp);
  process.on('beforeExit', () =>
    giveUp(new BoxFailure('neverFinished', 'the script waits for something that never comes')),
  );
  sendFrame(TRAIN_OUT.ready.type);
  const job = readJob();
  globalThis.console = console;
  Error.stackTraceLimit = 60;
  seedEverything(job.seed);
  recorder = watched.begin({ epochsMax: job.epochsMax, given: labelledOf(job.rows) });
  sendFrame(TRAIN_OUT.started.type);
  // A script that leaves no model writes its functions itself: it gets no framework that has them ready.
  const framework = {
    tf,
    normalization,
    ...makeTrainingLoops(recorder),
    loadBase: job.loadBase,
    require: requireTfjs,
  };
  const given = {
    ...job.names,
    ...job.given,
    ...(job.models.length > 0 ? framework : { require: requireNothing }),
    seed: job.seed,
    console,
  };
  const wanted = new Set([...job.models, ...job.calls.map(({ name }) => name)]);
  const left = await runScript(job.source, given, [...wanted]);
  const models = modelsOf(left, job.models);
  models.forEach(sendModel);
  if (job.calls.length > 0) sendJson(TRAIN_OUT.results.type, await runCalls(job.calls, left));
  sendJson(TRAIN_OUT.record.type, recorder.record(models[0]));
  sendFrame(TRAIN_OUT.done.type);
  exit(0);
}

function readJob() {
  const next = () => readFrame() ?? exit(0);
  const job = JSON.parse(next().payload.toString()) as TrainJob;
  const rows = readRows(job.tensors);
  const base = job.hasBase ? [next().payload, next().payload] : null;
  return { ...job, rows, given: tensorsOf(job.tensors, rows), loadBase: () => loadBase(base) };
}

/** The labelled data of the task outside tfjs, where there are such. */
const labelledOf = ({ xTrain, yTrain }: Record<string, Rows>): Given | null =>
  xTrain && yTrain ? { x: xTrain, y: yTrain } : null;

/** A fresh copy at each call. */
async function loadBase(base: Buffer[] | null): Promise<tf.LayersModel> {
  if (!base) throw new Error('loadBase: this assignment gives no base model');
  const [topology, weights] = base as [Buffer, Buffer];
  return assemble({ topology: checkTopology(topology.toString(), weights.byteLength), weights });
}

function sendModel(model: tf.LayersModel): void {
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

function requireNothing(name: string): never {
  throw new Error(`this assignment is solved without "${name}": write the functions yourself`);
}

function giveUp(error: unknown): void {
  if (recorder) sendJson(TRAIN_OUT.record.type, recorder.record(null));
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
    /\b(input|target) expected a batch of elements|Error when checking (?:model )?(input|target)|passing a (target) array of shape/
      .exec(message)
      ?.filter(Boolean) ?? [];
  if (end === 'target') return 'wrongTargetShape';
  return end === 'input' || message.includes('is incompatible with layer') ? 'wrongInputShape' : 'threw';
}

main().catch(giveUp);
