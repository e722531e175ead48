import * as tf from '@tensorflow/tfjs';
import { SCORE_OUT, type ScoreJob } from '#graders/protocol/box.ts';
import { assemble } from './artifact.ts';
import { silentConsole } from './console.ts';
import { checkEmbeddingIds } from './embedding-ids.ts';
import { startEngine } from './engine.ts';
import { BoxFailure } from './fail.ts';
import { readFrame, readRows, sendFrame, sendJson, tensorsOf } from './frames.ts';
import { modelFacts } from './model-facts.ts';
import './normalization.ts';
import { checkTopology } from './topology.ts';

/** The program of a score box: rebuilds a model from an artifact it distrusts and predicts hidden inputs. It never sees labels. */
const BATCH = 256;

async function main(): Promise<void> {
  process.emitWarning = () => {};
  globalThis.console = silentConsole();
  await startEngine();
  checkEmbeddingIds();
  sendFrame(SCORE_OUT.ready.type);
  const job = readJson<ScoreJob>();
  const models = new Map<string, tf.LayersModel>();
  for (const name of job.models) models.set(name, await readModel());
  const inputs = tensorsOf(job.inputs, readRows(job.inputs));
  for (const model of models.values()) sendJson(SCORE_OUT.facts.type, modelFacts(model));
  for (const { input, through } of job.passes) {
    const outputs = through.reduce(
      (rows, { model, output }) => predict(models.get(model)!, rows, output),
      inputs[input]!,
    );
    sendPredictions(outputs, inputs[input]!.shape[0]!);
  }
  process.exit(0);
}

const nextPayload = (): Buffer => (readFrame() ?? process.exit(0)).payload;
const readJson = <T>(): T => JSON.parse(nextPayload().toString()) as T;

async function readModel(): Promise<tf.LayersModel> {
  const [topology, weights] = [nextPayload().toString(), nextPayload()];
  return assemble({ topology: checkTopology(topology, weights.byteLength), weights });
}

/** One output of a model with one input; a fixed batch size would cut rows. */
function predict(model: tf.LayersModel, rows: tf.Tensor, output: number): tf.Tensor {
  if (model.inputs.length !== 1 || model.outputs.length <= output) {
    const ends = `${model.inputs.length} inputs and ${model.outputs.length} outputs`;
    throw new BoxFailure('wrongOutputShape', ends);
  }
  const { shape } = model.inputs[0]!;
  const fits =
    shape.length === rows.shape.length &&
    shape.every((side, i) => side === null || (i > 0 && side === rows.shape[i]));
  if (!fits) {
    const text = `the model expects [${shape.slice(1)}], a row is [${rows.shape.slice(1)}]`;
    throw new BoxFailure('wrongInputShape', text);
  }
  return [model.predict(rows, { batchSize: BATCH }) as tf.Tensor | tf.Tensor[]].flat()[output]!;
}

/** One vector for each row that went in. */
function sendPredictions(outputs: tf.Tensor, rows: number): void {
  if (outputs.rank !== 2)
    throw new BoxFailure('wrongOutputShape', `the model gives [${outputs.shape.slice(1)}] per row`);
  if (outputs.shape[0] !== rows) throw new BoxFailure('wrongOutputShape', `[${outputs.shape}]`);
  const values = outputs.dataSync() as Float32Array;
  sendFrame(SCORE_OUT.predictions.type, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

main().catch((error: unknown) => {
  const failure =
    error instanceof BoxFailure
      ? error
      : new BoxFailure('invalidArtifact', error instanceof Error ? error.message : '');
  sendJson(SCORE_OUT.failed.type, failure);
  process.exit(1);
});
