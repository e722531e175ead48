import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { ENGINES } from '#graders/engines/engines.ts';
import { ENGINE_IDS, type EngineId } from '#lib/core/engines.ts';
import { rowOf, type Bench, type Row } from './bench.ts';
import type { ModelName } from './parts/engine-models.ts';
import type { Answer, Order } from './parts/engine-trainer.ts';

/**
 * How many rows an engine trains in a second of processor time, beside tfjs's wasm backend as it comes. Every engine is a process that
 * lives through the whole bench; they take turns, so that a busy moment falls on all of them.
 */
export default { rounds: 5, run } satisfies Bench;

const BATCHES: [ModelName, number][] = [
  ['MLP 784-128-64-10', 32],
  ['MLP 784-128-64-10', 128],
  ['CNN 8/16', 32],
  ['CNN 8/16', 128],
  ['CNN 32/64, dense 128', 32],
  ['LSTM 32, 20 steps', 32],
  ['LSTM 32, 20 steps', 128],
];
/** Long enough for the clock of processor time, short enough to take turns. */
const CHUNK_MS = 300;
const EPOCHS_MAX = 12;
const STOCK = 'stock';

async function run(rounds: number): Promise<Row[]> {
  const present = ENGINE_IDS.filter((id) => ENGINES[id].locate().ok);
  const trainers = [STOCK, ...present].map((id) => new Trainer(id as EngineId | typeof STOCK));
  try {
    const rows: Row[] = [];
    for (const [model, batchSize] of BATCHES)
      rows.push(...(await measure(trainers, model, batchSize, rounds)));
    return rows;
  } finally {
    trainers.forEach((trainer) => trainer.stop());
  }
}

async function measure(
  trainers: Trainer[],
  model: ModelName,
  batchSize: number,
  rounds: number,
): Promise<Row[]> {
  const epochs = new Map<Trainer, number>();
  for (const trainer of trainers) epochs.set(trainer, await epochsOf(trainer, model, batchSize));
  const samples = new Map(trainers.map((trainer): [Trainer, number[]] => [trainer, []]));
  for (let round = 0; round < rounds; round++)
    for (const trainer of trainers) {
      const answer = await trainer.ask({ model, batchSize, epochs: epochs.get(trainer)! });
      if (answer) samples.get(trainer)!.push((1000 * answer.rows) / answer.cpuMs);
    }
  const [stock, ...engines] = trainers;
  const bare = samples.get(stock!)!;
  return engines.map((engine) =>
    rowOf({
      measure: `${model}, batch ${batchSize}: ${engine.id}`,
      unit: 'rows/cpu-s',
      baseline: bare.length > 0 ? 'stock tfjs wasm' : 'stock tfjs wasm cannot train it',
      own: samples.get(engine)!,
      bare,
    }),
  );
}

/** Twice a short training, the first to compile what there is to compile. */
async function epochsOf(trainer: Trainer, model: ModelName, batchSize: number): Promise<number> {
  await trainer.ask({ model, batchSize, epochs: 1 });
  const once = await trainer.ask({ model, batchSize, epochs: 1 });
  return once ? Math.min(EPOCHS_MAX, Math.max(1, Math.round(CHUNK_MS / once.wallMs))) : 1;
}

class Trainer {
  readonly id: EngineId | typeof STOCK;
  readonly #child: ChildProcess;
  readonly #lines: Interface;

  constructor(id: EngineId | typeof STOCK) {
    this.id = id;
    const script = path.join(import.meta.dirname, 'parts/engine-trainer.ts');
    const args = ['--disable-warning=ExperimentalWarning', script, id];
    this.#child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#lines = createInterface({ input: this.#child.stdout! });
  }

  /** Throws when the process ended instead of answering. */
  async ask(order: Order): Promise<Answer> {
    this.#child.stdin!.write(`${JSON.stringify(order)}\n`);
    const ended = new AbortController();
    try {
      const [line] = (await Promise.race([
        once(this.#lines, 'line', { signal: ended.signal }),
        once(this.#child, 'exit', { signal: ended.signal }).then(() =>
          Promise.reject(new Error(`the trainer of ${this.id} ended`)),
        ),
      ])) as [string];
      return JSON.parse(line) as Answer;
    } finally {
      ended.abort();
    }
  }

  stop(): void {
    this.#child.stdin!.end();
  }
}
