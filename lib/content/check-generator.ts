import { Worker } from 'node:worker_threads';
import path from 'node:path';
import type { Params } from '#lib/core/questions/generator.ts';
import { isComputed } from '#lib/core/questions/make.ts';
import type { Fault } from './fault.ts';
import type { BankQuestion } from './bank-question.ts';
import type { Problem, Trial } from './generator-thread.ts';

/** Generous: a generator makes a variant in a few milliseconds. */
const TIME_LIMIT_MS = 20_000;
/** A generator that fills the memory ends its thread, not the process. */
const MEMORY_MB = 512;

/** Sample parameters by question, for checking the texts that use them. */
export type Samples = Map<string, Params>;

export type Tried = { entry: BankQuestion; lineOf(path: readonly PropertyKey[]): number };

/**
 * Runs every generator and builds every twin in a thread that can be ended: one that loops, throws or ends its thread is named, and the
 * rest are still checked. The thread answers with one message per question.
 */
export async function checkGenerators(folder: string, questions: Tried[], timeLimitMs = TIME_LIMIT_MS): Promise<{ faults: Fault[]; samples: Samples }> {
  const faults: Fault[] = [];
  const samples: Samples = new Map();
  let left = questions.filter(({ entry: { generatorFile, question } }) => (generatorFile && isComputed(question)) || (question.type === 'cloze-code' && question.twin));
  while (left.length) {
    const { trials, end } = await runThread(folder, left, timeLimitMs);
    trials.forEach((trial, i) => {
      faults.push(...trial.problems.map((problem) => faultOf(left[i]!, problem)));
      if (trial.params) samples.set(left[i]!.entry.question.id, trial.params);
    });
    const stuck = left[trials.length];
    if (stuck) faults.push(faultOf(stuck, endProblem(end, timeLimitMs)));
    left = left.slice(trials.length + 1);
  }
  return { faults, samples };
}

const faultOf = ({ entry, lineOf }: Tried, { code, path: where, tr, en }: Problem): Fault => ({
  file: where ? entry.file : (entry.generatorFile ?? entry.file),
  line: where ? lineOf(where) : 1,
  code,
  message: { tr, en },
});

function endProblem(end: string, timeLimitMs: number): Problem {
  const seconds = timeLimitMs / 1000;
  return end === 'time'
    ? { code: 'generatorLoops', tr: `üreteç ${seconds} saniyede bitmedi`, en: `the generator did not end within ${seconds} seconds` }
    : { code: 'generatorFails', tr: `üreteç çalıştığı iş parçacığını kapattı: ${end}`, en: `the generator ended its thread: ${end}` };
}

function runThread(folder: string, questions: Tried[], timeLimitMs: number): Promise<{ trials: Trial[]; end: string }> {
  return new Promise((resolve) => {
    const trials: Trial[] = [];
    const thread = new Worker(path.resolve('lib/content/generator-thread.ts'), {
      workerData: { folder, questions: questions.map(({ entry }) => ({ file: entry.generatorFile, question: entry.question })) },
      execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const finish = (end: string) => {
      clearTimeout(timer);
      void thread.terminate();
      resolve({ trials, end });
    };
    let timer = setTimeout(finish, timeLimitMs, 'time');
    thread.on('message', (trial: Trial) => {
      trials.push(trial);
      clearTimeout(timer);
      timer = setTimeout(finish, timeLimitMs, 'time');
      if (trials.length === questions.length) finish('done');
    });
    thread.on('error', (error: Error) => finish(error.message));
    thread.on('exit', (code) => finish(`exit ${code}`));
  });
}
