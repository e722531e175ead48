import { spawnSync } from 'node:child_process';
import { ENGINES } from '#graders/engines/engines.ts';
import { refuse } from '#lib/cli/output.ts';
import { median } from '#lib/core/assignments/median.ts';
import type { EngineId } from '#lib/core/engines.ts';
import { rowOf, type Bench, type Goal, type Row } from './bench.ts';
import type { Answer } from './parts/engine-trainer.ts';
import {
  BATCHES,
  engineTrainer,
  kerasTrainer,
  rates,
  trainInTurns,
  type Batches,
  type Trainer,
} from './parts/trainer.ts';

/**
 * Training on the wasm engines, accelerated and plain, beside tfjs's wasm backend as it comes and, where `DERIN_BENCH_PYTHON` names a
 * Python with Keras 3, TensorFlow and JAX, beside Keras on both: rows per second of processor time and of the clock.
 */
export default { rounds: 4, run } satisfies Bench;

const MORE: Batches[] = [
  { model: 'GRU 32, 20 steps', batchSize: 32 },
  { model: 'embedding 16, LSTM 32, 20 words', batchSize: 32 },
  { model: 'CNN 8/16 with batch normalisation', batchSize: 32 },
  { model: 'Conv1D 16/32, 64 steps', batchSize: 32 },
];
const [STOCK, TENSORFLOW, JAX] = ['stock tfjs wasm', 'Keras on TensorFlow, one thread', 'Keras on JAX'];
const MEMORY_MIB_MAX = 150;

type Answers = NonNullable<Answer>[];
type Side = { own: string; bare: string; goal?: Goal };

async function run(rounds: number): Promise<Row[]> {
  const trainers = allTrainers();
  const measured: [string, Map<string, Answers>][] = [];
  try {
    for (const batches of [...BATCHES, ...MORE]) {
      const answers = await trainInTurns(trainers, batches, rounds);
      const byId = new Map([...answers].map(([trainer, own]) => [trainer.id, own]));
      measured.push([`${batches.model}, batch ${batches.batchSize}`, byId]);
    }
  } finally {
    trainers.forEach((trainer) => trainer.stop());
  }
  return [
    ...measured.flatMap(([what, answers]) => rowsOf(what, answers)),
    ...summary(measured),
    ...memory(measured),
  ];
}

/** The Python is looked at first: a refusal must not leave processes behind. */
function allTrainers(): Trainer[] {
  const keras = kerasTrainers();
  const engines = (['wasm', 'wasm-blas'] as const).filter((id) => ENGINES[id].locate().ok);
  const own = engines.map((id: EngineId) => engineTrainer(id, id));
  // Plain, wasm-blas is the same.
  own.push(engineTrainer('wasm, plain', 'wasm', { DERIN_PLAIN: '1' }));
  return [engineTrainer(STOCK!, 'stock'), ...own, ...keras];
}

function kerasTrainers(): Trainer[] {
  const python = process.env['DERIN_BENCH_PYTHON'];
  if (!python) return [];
  const { error, stderr, status } = spawnSync(python, ['-c', 'import keras, tensorflow, jax'], {
    encoding: 'utf8',
  });
  if (status !== 0)
    throw refuse('cli.benchPython', { problem: error?.message ?? stderr.trim().split('\n').at(-1)! });
  return [kerasTrainer(TENSORFLOW, python, 'tensorflow'), kerasTrainer(JAX, python, 'jax')];
}

/** What is compared with what, and the least that the ratio per second of processor time should be. */
const SIDES: Side[] = [
  { own: 'wasm, plain', bare: STOCK },
  { own: 'wasm', bare: STOCK },
  { own: 'wasm', bare: TENSORFLOW, goal: { of: 'ratio', min: 1 } },
  { own: 'wasm-blas', bare: STOCK },
  { own: 'wasm-blas', bare: JAX, goal: { of: 'ratio', min: 1 } },
];

const THREE_TIMES = /^MLP|^LSTM/;

function rowsOf(what: string, answers: Map<string, Answers>): Row[] {
  return (['cpuMs', 'wallMs'] as const).flatMap((by) =>
    sidesOf(answers).map(({ own, bare, goal }) => {
      const least =
        goal && bare === TENSORFLOW && THREE_TIMES.test(what) ? ({ of: 'ratio', min: 3 } as const) : goal;
      return rowOf({
        measure: `${what}: ${own}`,
        unit: by === 'cpuMs' ? 'rows/cpu-s' : 'rows/s',
        baseline: bare,
        own: rates(answers.get(own)!, by),
        bare: rates(answers.get(bare)!, by),
        ...(least && by === 'cpuMs' && { goal: least }),
      });
    }),
  );
}

const sidesOf = (answers: Map<string, Answers>): Side[] =>
  SIDES.filter(({ own, bare }) => answers.has(own) && answers.has(bare) && answers.get(own)!.length > 0);

/** Medians over all models of the ratios per second of processor time. */
function summary(measured: [string, Map<string, Answers>][]): Row[] {
  const goals: Side[] = [
    { own: 'wasm', bare: STOCK, goal: { of: 'median', min: 5 } },
    { own: 'wasm-blas', bare: JAX, goal: { of: 'median', min: 1.5 } },
  ];
  return goals.flatMap(({ own, bare, goal }) => {
    const ratios = measured.flatMap(([, answers]) => ratioOf(answers, own, bare) ?? []);
    if (ratios.length === 0) return [];
    return rowOf({
      measure: `median over the models: ${own} as a multiple of ${bare}`,
      unit: 'times',
      baseline: 'one',
      own: ratios,
      bare: [1],
      goal: goal!,
    });
  });
}

function ratioOf(answers: Map<string, Answers>, own: string, bare: string): number | null {
  const [a, b] = [own, bare].map((id) => rates(answers.get(id) ?? [], 'cpuMs'));
  return a!.length > 0 && b!.length > 0 ? median(a!) / median(b!) : null;
}

/** The most memory each process ever held. */
function memory(measured: [string, Map<string, Answers>][]): Row[] {
  const most = (id: string) =>
    Math.max(...measured.flatMap(([, answers]) => (answers.get(id) ?? []).map(({ memoryMib }) => memoryMib)));
  const bare = most(STOCK);
  return ['wasm', 'wasm-blas', TENSORFLOW, JAX]
    .filter((id) => Number.isFinite(most(id!)))
    .map((id) =>
      rowOf({
        measure: `memory of the process: ${id}`,
        unit: 'MiB',
        baseline: STOCK!,
        own: [most(id!)],
        bare: [bare],
        ...(id === 'wasm' && { goal: { of: 'median', max: MEMORY_MIB_MAX } }),
      }),
    );
}
