import { ENGINES } from '#graders/engines/engines.ts';
import { ENGINE_IDS } from '#lib/core/engines.ts';
import { rowOf, type Bench, type Row } from './bench.ts';
import { engineTrainer, rates, trainInTurns, type Batches, type Trainer } from './parts/trainer.ts';

/** How many rows an engine trains in a second of processor time, beside tfjs's wasm backend as it comes. */
export default { rounds: 5, run } satisfies Bench;

const BATCHES: Batches[] = [
  { model: 'MLP 784-128-64-10', batchSize: 32 },
  { model: 'MLP 784-128-64-10', batchSize: 128 },
  { model: 'CNN 8/16', batchSize: 32 },
  { model: 'CNN 8/16', batchSize: 128 },
  { model: 'CNN 32/64, dense 128', batchSize: 32 },
  { model: 'LSTM 32, 20 steps', batchSize: 32 },
  { model: 'LSTM 32, 20 steps', batchSize: 128 },
];

async function run(rounds: number): Promise<Row[]> {
  const present = ENGINE_IDS.filter((id) => ENGINES[id].locate().ok);
  const trainers = ['stock', ...present].map((id) => engineTrainer(id, id));
  try {
    const rows: Row[] = [];
    for (const batches of BATCHES) rows.push(...(await measure(trainers, batches, rounds)));
    return rows;
  } finally {
    trainers.forEach((trainer) => trainer.stop());
  }
}

async function measure(trainers: Trainer[], batches: Batches, rounds: number): Promise<Row[]> {
  const answers = await trainInTurns(trainers, batches, rounds);
  const [stock, ...engines] = trainers;
  const bare = rates(answers.get(stock!)!, 'cpuMs');
  return engines.map((engine) =>
    rowOf({
      measure: `${batches.model}, batch ${batches.batchSize}: ${engine.id}`,
      unit: 'rows/cpu-s',
      baseline: bare.length > 0 ? 'stock tfjs wasm' : 'stock tfjs wasm cannot train it',
      own: rates(answers.get(engine)!, 'cpuMs'),
      bare,
    }),
  );
}
