import * as tf from '@tensorflow/tfjs';
import { INBOUND, SCORE_OUT, type ScoreJob } from '#graders/protocol/box.ts';
import { assemble } from './artifact.ts';
import { silentConsole } from './console.ts';
import { checkEmbeddingIds } from './embedding-ids.ts';
import { startEngine } from './engine.ts';
import { BoxFailure } from './fail.ts';
import { floatsOf, readFrame, sendFrame, sendJson } from './frames.ts';
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
  const { job, topology, weights, x } = readJob();
  const inputs = tf.tensor(x, job.xShape);
  const model = await assemble({ topology: checkTopology(topology, weights.byteLength), weights });
  const facts = modelFacts(model);
  checkEnds(model, facts.outputShape, job.xShape);
  sendJson(SCORE_OUT.facts.type, facts);
  const predictions = model.predict(inputs, { batchSize: BATCH }) as tf.Tensor;
  if (predictions.shape[0] !== job.xShape[0])
    throw new BoxFailure('wrongOutputShape', `[${predictions.shape}]`);
  const values = predictions.dataSync() as Float32Array;
  sendFrame(SCORE_OUT.predictions.type, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  process.exit(0);
}

function readJob() {
  const frames = new Map<number, Buffer>();
  while (frames.size < 4) {
    const frame = readFrame();
    if (frame === null) process.exit(0);
    frames.set(frame.type, frame.payload);
  }
  return {
    job: JSON.parse(frames.get(INBOUND.job)!.toString()) as ScoreJob,
    topology: frames.get(INBOUND.topology)!.toString(),
    weights: frames.get(INBOUND.weights)!,
    x: floatsOf(frames.get(INBOUND.x)!),
  };
}

/** One input of the data's shape and one output of the form [null, columns]; a fixed batch size would cut rows. */
function checkEnds(model: tf.LayersModel, output: (number | null)[], xShape: number[]): void {
  if (model.inputs.length !== 1 || model.outputs.length !== 1) {
    throw new BoxFailure(
      'wrongOutputShape',
      `${model.inputs.length} inputs and ${model.outputs.length} outputs`,
    );
  }
  const input = model.inputs[0]!.shape;
  const fits =
    input.length === xShape.length && input.every((n, i) => n === null || (i > 0 && n === xShape[i]));
  if (!fits)
    throw new BoxFailure(
      'wrongInputShape',
      `the model expects [${input.slice(1)}], a row is [${xShape.slice(1)}]`,
    );
  if (output.length !== 2 || output[0] !== null || output[1] === null) {
    throw new BoxFailure('wrongOutputShape', `the model gives [${output.slice(1)}] per row`);
  }
}

main().catch((error: unknown) => {
  const failure =
    error instanceof BoxFailure
      ? error
      : new BoxFailure('invalidArtifact', error instanceof Error ? error.message : '');
  sendJson(SCORE_OUT.failed.type, failure);
  process.exit(1);
});
