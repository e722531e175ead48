import { Worker } from 'node:worker_threads';
import path from 'node:path';
import type { Fault } from './fault.ts';
import type { BankQuestion } from './bank-question.ts';

/** Generous: a generator makes a variant in a few milliseconds. */
const TIME_LIMIT_MS = 20_000;

/**
 * Runs every generator in a thread that can be ended: one that loops or throws is named, and the rest are still checked.
 * The thread answers with one message per question.
 */
export async function checkGenerators(folder: string, questions: BankQuestion[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  let left = questions.filter((q) => q.generatorFile);
  while (left.length) {
    const { done, found } = await runThread(folder, left);
    faults.push(...found);
    const stuck = left[done];
    if (!stuck) break;
    faults.push(fault(stuck, 'generatorLoops', `${TIME_LIMIT_MS / 1000} saniyede bitmedi`, `did not end within ${TIME_LIMIT_MS / 1000} seconds`));
    left = left.slice(done + 1);
  }
  return faults;
}

const fault = (q: BankQuestion, code: string, tr: string, en: string): Fault => ({ file: q.generatorFile!, line: 1, code, message: { tr, en } });

type Answer = { problems: { code: string; detail: string }[] };

function runThread(folder: string, questions: BankQuestion[]): Promise<{ done: number; found: Fault[] }> {
  return new Promise((resolve, reject) => {
    const found: Fault[] = [];
    let done = 0;
    const thread = new Worker(path.resolve('lib/content/generator-thread.ts'), {
      workerData: { folder, questions: questions.map((q) => ({ file: q.generatorFile, question: q.question })) },
      execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    });
    const finish = () => {
      clearTimeout(timer);
      void thread.terminate();
      resolve({ done, found });
    };
    let timer = setTimeout(finish, TIME_LIMIT_MS);
    thread.on('message', ({ problems }: Answer) => {
      const question = questions[done++]!;
      found.push(...problems.map((p) => fault(question, p.code, p.detail, p.detail)));
      clearTimeout(timer);
      timer = setTimeout(finish, TIME_LIMIT_MS);
      if (done === questions.length) finish();
    });
    thread.on('error', reject);
  });
}
