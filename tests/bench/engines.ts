import { ENGINES } from '#graders/engines/engines.ts';
import { ENGINE_IDS } from '#lib/core/engines.ts';
import { rowOf, type Bench, type Row } from './bench.ts';
import { BATCHES, engineTrainer, rates, trainInTurns, type Batches, type Trainer } from './parts/trainer.ts';

/** How many rows an engine trains in a second of processor time, beside tfjs's wasm backend as it comes. */
export default { rounds: 5, run } satisfies Bench;

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
