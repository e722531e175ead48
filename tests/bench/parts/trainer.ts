import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Answer, Order } from './engine-trainer.ts';

/** Long enough for the clock of processor time, short enough to take turns. */
const CHUNK_MS = 300;
const EPOCHS_MAX = 12;

/** A process that trains what it is asked for and lives through a whole bench. */
export class Trainer {
  readonly id: string;
  readonly #child: ChildProcess;
  readonly #lines: Interface;

  constructor(id: string, [file, ...args]: readonly [string, ...string[]], env: Record<string, string> = {}) {
    this.id = id;
    this.#child = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } });
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

const here = (name: string) => path.join(import.meta.dirname, name);

/** An engine of the graders, or `stock`, which is tfjs's wasm backend as it comes. */
export const engineTrainer = (id: string, engine: string, env: Record<string, string> = {}): Trainer =>
  new Trainer(
    id,
    [process.execPath, '--disable-warning=ExperimentalWarning', here('engine-trainer.ts'), engine],
    env,
  );

/** Keras 3 on a backend, where `python` is a Python that has both. */
export const kerasTrainer = (id: string, python: string, backend: 'tensorflow' | 'jax'): Trainer =>
  new Trainer(id, [python, here('keras_trainer.py'), backend]);

/** A model and how it is cut into batches. */
export type Batches = Pick<Order, 'model' | 'batchSize'>;

/** What every bench of training measures. */
export const BATCHES: Batches[] = [
  { model: 'MLP 784-128-64-10', batchSize: 32 },
  { model: 'MLP 784-128-64-10', batchSize: 128 },
  { model: 'CNN 8/16', batchSize: 32 },
  { model: 'CNN 8/16', batchSize: 128 },
  { model: 'CNN 32/64, dense 128', batchSize: 32 },
  { model: 'LSTM 32, 20 steps', batchSize: 32 },
  { model: 'LSTM 32, 20 steps', batchSize: 128 },
];

/** What each trainer answered in each round, in turns, so that a busy moment of the machine falls on all of them. */
export async function trainInTurns(
  trainers: Trainer[],
  order: Batches,
  rounds: number,
): Promise<Map<Trainer, NonNullable<Answer>[]>> {
  const epochs = new Map<Trainer, number>();
  for (const trainer of trainers) epochs.set(trainer, await epochsOf(trainer, order));
  const answers = new Map(trainers.map((trainer): [Trainer, NonNullable<Answer>[]] => [trainer, []]));
  for (let round = 0; round < rounds; round++)
    for (const trainer of trainers) {
      const answer = await trainer.ask({ ...order, epochs: epochs.get(trainer)! });
      if (answer) answers.get(trainer)!.push(answer);
    }
  return answers;
}

/** Twice a short training, the first to compile what there is to compile. */
async function epochsOf(trainer: Trainer, order: Batches): Promise<number> {
  await trainer.ask({ ...order, epochs: 1 });
  const once = await trainer.ask({ ...order, epochs: 1 });
  return once ? Math.min(EPOCHS_MAX, Math.max(1, Math.round(CHUNK_MS / once.wallMs))) : 1;
}

/** Rows in a second of processor time, or of the clock. */
export const rates = (answers: readonly NonNullable<Answer>[], by: 'cpuMs' | 'wallMs'): number[] =>
  answers.map((answer) => (1000 * answer.rows) / answer[by]);
