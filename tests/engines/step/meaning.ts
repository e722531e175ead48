import * as tf from '@tensorflow/tfjs';
import { kernel, sequential } from '../training/fit.ts';
import { random } from '../values.ts';
import type { Outcome, Training } from './both-paths.ts';
import { classes } from './trained.ts';

const L = tf.layers;
const ROWS = 100;
const FIT = { batchSize: 16, verbose: 0 } as const;

/** What happens around `fit`, as scripts write it; each gives numbers that both paths must agree on. */
const make = () => {
  const layers = [
    L.dense({ units: 12, activation: 'relu', ...kernel(1) }),
    L.dropout({ rate: 0.2 }),
    L.batchNormalization(),
    L.dense({ units: 9, activation: 'tanh', ...kernel(2) }),
    L.dense({ units: 3, activation: 'softmax', ...kernel(3) }),
  ];
  // No Sequential: what compiles one anew has no effect on a training that is under way, in tfjs either.
  const inputs = tf.input({ shape: [8] });
  const outputs = layers.reduce((value, layer) => layer.apply(value) as tf.SymbolicTensor, inputs);
  return tf.model({ inputs, outputs });
};
const compile = (model: tf.LayersModel, optimizer: tf.Optimizer | string = 'adam') =>
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });

type Scene = { model: tf.LayersModel; x: tf.Tensor; y: tf.Tensor; out: Outcome };
type Act = (scene: Scene) => Promise<void>;

/** Sets the scene, and adds the weights that are left. */
const scene =
  (act: Act): Training =>
  async (on) => {
    const model = on(make());
    compile(model);
    const x = random([ROWS, 8], 5);
    const y = classes(3)(ROWS)[0]!;
    const out: Outcome = {};
    await act({ model, x, y, out });
    weightsOf(model).forEach((each, i) => (out[`weight ${i}`] = each));
    tf.dispose([x, y]);
    return out;
  };

const weightsOf = (model: tf.LayersModel) => model.getWeights().map((each) => each.dataSync());
const predictionOf = ({ model, x }: Scene) => {
  const predicted = model.predict(x) as tf.Tensor;
  const values = predicted.dataSync();
  predicted.dispose();
  return values;
};
/** The same model computed by hand. */
const byHand = ({ model, x }: Scene) => {
  const [w1, b1, gamma, beta, w2, b2, w3, b3, mean, variance] = model.getWeights();
  return tf.tidy(() => {
    const first = x.matMul(w1!).add(b1!).relu();
    const normal = first.sub(mean!).div(variance!.add(1e-3).sqrt()).mul(gamma!).add(beta!);
    const hidden = normal.matMul(w2!).add(b2!).tanh();
    return hidden.matMul(w3!).add(b3!).softmax().dataSync();
  });
};

const ACTS: Record<string, Act> = {
  'validation data, and what fit leaves in the history': async ({ model, x, y, out }) => {
    const validationData: [tf.Tensor, tf.Tensor] = [random([50, 8], 6), classes(3)(50)[0]!];
    const { history, epoch } = await model.fit(x, y, { ...FIT, epochs: 3, validationData });
    Object.assign(out, history, { epoch });
  },
  'rows in order, from a later epoch on': async ({ model, x, y, out }) => {
    const { history, epoch } = await model.fit(x, y, { ...FIT, epochs: 5, initialEpoch: 3, shuffle: false });
    Object.assign(out, history, { epoch });
  },
  'clones of weights and of moving statistics, and what they are set to, stay as they were': async ({
    model,
    x,
    y,
  }) => {
    const kept = model.getWeights().map((each) => each.clone());
    const before = kept.map((each) => each.dataSync());
    await model.fit(x, y, { ...FIT, epochs: 2 });
    const areKept = () => kept.every((each, i) => each.dataSync().join() === before[i]!.join());
    if (!areKept()) throw new Error('a clone changed');
    // From here on the model and the clones share their values.
    model.setWeights(kept);
    await model.fit(x, y, { ...FIT, epochs: 1 });
    if (!areKept()) throw new Error('what weights were set to changed');
    tf.dispose(kept);
  },
  'predictions follow the weights': async (given) => {
    for (const round of [1, 2, 3]) {
      given.out[`before ${round}`] = predictionOf(given);
      await given.model.fit(given.x, given.y, { ...FIT, epochs: 1 });
      const [own, other] = [predictionOf(given), byHand(given)];
      if (own.some((value, i) => Math.abs(value - other[i]!) > 1e-5)) throw new Error('stale predictions');
      given.out[`after ${round}`] = own;
    }
  },
  'a callback changes the rate, another ends the training': async ({ model, x, y, out }) => {
    const seen: number[] = [];
    const optimizer = tf.train.adam(0.01);
    compile(model, optimizer);
    await model.fit(x, y, {
      ...FIT,
      epochs: 6,
      callbacks: {
        onEpochBegin: (epoch) => void seen.push(epoch),
        onBatchEnd: (batch, logs) => void seen.push(batch, logs!['loss']!, logs!['size']!, logs!['acc']!),
        onEpochEnd: (epoch, logs) => {
          seen.push(logs!['loss']!);
          if (epoch === 0) (optimizer as unknown as { learningRate: number }).learningRate = 1e-4;
          if (epoch === 2) model.stopTraining = true;
        },
        onTrainEnd: () => void seen.push(-1),
      },
    });
    out['seen'] = seen;
  },
  'a training that a callback ends in the middle of an epoch': async ({ model, x, y, out }) => {
    const callbacks = { onBatchEnd: (batch: number) => void (model.stopTraining = batch === 3) };
    const { history } = await model.fit(x, y, { ...FIT, epochs: 4, validationSplit: 0.2, callbacks });
    Object.assign(out, history);
  },
  'early stopping': async ({ model, x, y, out }) => {
    compile(model, tf.train.sgd(0.5));
    const callbacks = tf.callbacks.earlyStopping({ monitor: 'val_loss', patience: 1 });
    const { history } = await model.fit(x, y, { ...FIT, epochs: 12, validationSplit: 0.3, callbacks });
    Object.assign(out, history);
  },
  'a callback sets weights between batches, and reads them': async ({ model, x, y, out }) => {
    const sums: number[] = [];
    const onBatchEnd = (batch: number) => {
      const weights = model.getWeights();
      sums.push(tf.tidy(() => weights[0]!.abs().sum().dataSync()[0]!));
      if (batch % 2 === 0) return;
      const halved = weights.map((each) => each.mul(0.9));
      model.setWeights(halved);
      tf.dispose(halved);
    };
    await model.fit(x, y, { ...FIT, epochs: 2, callbacks: { onBatchEnd } });
    out['sums'] = sums;
  },
  'a callback freezes a layer, compiles anew, takes another optimizer': async ({ model, x, y, out }) => {
    const onEpochBegin = (epoch: number) => {
      if (epoch === 1) model.layers[4]!.trainable = false;
      if (epoch === 2) compile(model, tf.train.sgd(0.1));
      if (epoch === 3) compile(model, tf.train.rmsprop(0.01));
    };
    const { history } = await model.fit(x, y, { ...FIT, epochs: 5, callbacks: { onEpochBegin } });
    Object.assign(out, history);
  },
  'a callback makes the model one that cannot be compiled': async ({ model, x, y, out }) => {
    const onEpochBegin = (epoch: number) => {
      if (epoch !== 1) return;
      const optimizer = tf.train.sgd(0.1);
      const { minimize } = optimizer;
      // A script's optimizer that looks at the loss itself.
      optimizer.minimize = function (...args) {
        return minimize.apply(this, args);
      };
      compile(model, optimizer);
    };
    const { history } = await model.fit(x, y, {
      ...FIT,
      epochs: 3,
      validationSplit: 0.2,
      callbacks: { onEpochBegin },
    });
    Object.assign(out, history);
  },
  'frozen layers': async ({ model, x, y, out }) => {
    model.layers[1]!.trainable = false;
    compile(model);
    Object.assign(out, (await model.fit(x, y, { ...FIT, epochs: 2 })).history);
    model.layers[1]!.trainable = true;
    compile(model);
    out['afterwards'] = (await model.fit(x, y, { ...FIT, epochs: 2 })).history['loss'] as number[];
  },
  'steps of all kinds in turn with one optimizer': async ({ model, x, y, out }) => {
    const optimizer = tf.train.adam(0.01);
    compile(model, optimizer);
    await model.fit(x, y, { ...FIT, epochs: 1 });
    out['one batch'] = (await model.trainOnBatch(x, y)) as number[];
    const variables = model.trainableWeights.map((each) => each.read() as tf.Variable);
    const lossOf = () => (model.apply(x) as tf.Tensor).sub(y).square().mean() as tf.Scalar;
    optimizer.minimize(lossOf, false, variables);
    await model.fit(x, y, { ...FIT, epochs: 1 });
    const set = tf.data.zip({
      xs: tf.data.array((await x.array()) as number[][]),
      ys: tf.data.array((await y.array()) as number[][]),
    });
    await model.fitDataset(set.batch(20), { epochs: 1, verbose: 0 });
    await model.fit(x, y, { ...FIT, epochs: 1 });
    (await optimizer.getWeights()).forEach(({ tensor }, i) => (out[`state ${i}`] = tensor.dataSync()));
  },
  'a model that is saved, loaded and trained on': async ({ model, x, y, out }) => {
    await model.fit(x, y, { ...FIT, epochs: 1 });
    let saved: tf.io.ModelArtifacts | undefined;
    await model.save(
      tf.io.withSaveHandler(async (artifacts) => {
        saved = artifacts;
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
      }),
    );
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved!));
    compile(loaded);
    Object.assign(out, (await loaded.fit(x, y, { ...FIT, epochs: 2 })).history);
  },
  'a callback class of a script gets tensors': async ({ model, x, y, out }) => {
    const seen: number[] = [];
    class Watch extends tf.Callback {
      override async onBatchEnd(_: number, logs?: object) {
        seen.push((await (logs as Record<string, tf.Scalar>)['loss']!.data())[0]!);
      }
      override async onEpochEnd(_: number, logs?: object) {
        seen.push((await (logs as Record<string, tf.Scalar>)['val_loss']!.data())[0]!);
      }
    }
    const { history } = await model.fit(x, y, {
      ...FIT,
      epochs: 2,
      validationSplit: 0.2,
      callbacks: [new Watch()],
    });
    Object.assign(out, history, { seen });
  },
  'training with a rate so high that it diverges': async ({ model, x, y, out }) => {
    compile(model, tf.train.sgd(1e30));
    out['loss'] = (await model.fit(x, y, { ...FIT, epochs: 2 })).history['loss'] as number[];
  },
  'a metric and a loss of a script that predict': async ({ model, x, y, out }) => {
    const teacher = sequential(L.dense({ units: 3, inputShape: [3], ...kernel(7) }));
    // What a loss predicts with belongs to its gradient.
    const loss = (target: tf.Tensor, output: tf.Tensor) =>
      (teacher.predict(output, { batchSize: 4 }) as tf.Tensor).sub(target).square().mean(-1);
    const metric = (target: tf.Tensor, output: tf.Tensor) => output.sub(target).abs().max();
    model.compile({ optimizer: 'adam', loss, metrics: [metric] });
    const { history } = await model.fit(x, y, { ...FIT, epochs: 2 });
    Object.values(history).forEach((each, i) => (out[`history ${i}`] = each as number[]));
  },
};

export const MEANING: Record<string, Training> = Object.fromEntries(
  Object.entries(ACTS).map(([name, act]) => [name, scene(act)]),
);
