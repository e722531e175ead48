import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SubmissionId } from '#lib/core/ids.ts';
import { config } from '#lib/config/config.ts';
import { selectEventsAfter } from '#lib/data/events.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { selectSubmission } from '#lib/data/submissions.ts';
import { listenForWake, wakeWorker } from '#lib/grading/wake.ts';
import { gradingState } from '#lib/services/grading/state.ts';
import { makeWorld, submitted, type World } from './world.ts';

const REFERENCE = readFileSync('question-bank/assignments/a03/reference.js', 'utf8');
let world: World;
const workers: ChildProcess[] = [];
beforeEach(() => void (world = makeWorld()));
afterEach(async () => {
  for (const worker of workers.splice(0)) {
    if (worker.exitCode !== null || worker.signalCode !== null) continue;
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
});

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'lib/cli/worker.ts'], { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'test', DERIN_WARM_BOXES: '1' } });
  workers.push(worker);
  return worker;
}

async function until(what: string, isSo: () => boolean, msMax = 45_000): Promise<void> {
  const end = Date.now() + msMax;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`${what}: not within ${msMax} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const kindsOf = (id: SubmissionId) => selectEventsAfter(id, 0).map((e) => (e.event as { kind: string }).kind);
const isTraining = (id: SubmissionId) => () => kindsOf(id).includes('epoch');
/** Without proven isolation nothing is graded, which other tests hold. */
async function isProven(): Promise<boolean> {
  await until('a proof', () => gradingState() !== null);
  return gradingState()!.proven;
}

test('a worker killed in the middle of a training loses nothing: another one grades the submission', async ({ skip }) => {
  const id = submitted(world.deniz, world.assignment, REFERENCE);
  const first = startWorker();
  if (!(await isProven())) return skip('isolation is not proven on this machine');
  await until('an epoch', isTraining(id));
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(selectSubmission(id)!.state).toBe('running');
  startWorker();
  await until('a grade', () => selectSubmission(id)!.state === 'graded', 60_000);
  expect(selectSubmission(id)!.score).toBeGreaterThanOrEqual(9000);
  expect(jobQueue.find(id)).toMatchObject({ state: 'done', tries: 2 });
}, 150_000);

test('a worker told to stop puts the submission back without using up a try, and ends well', async ({ skip }) => {
  const id = submitted(world.deniz, world.assignment, REFERENCE.replace('epochs: 30', 'epochs: 300'));
  const worker = startWorker();
  if (!(await isProven())) return skip('isolation is not proven on this machine');
  await until('an epoch', isTraining(id));
  worker.kill('SIGTERM');
  expect(await once(worker, 'exit')).toEqual([0, null]);
  expect(selectSubmission(id)!.state).toBe('queued');
  expect(jobQueue.find(id)).toMatchObject({ state: 'queued', tries: 0 });
}, 60_000);

test('a connection to the socket wakes the worker, and leaves nothing open; without a socket nothing breaks', async () => {
  wakeWorker();
  let woken = 0;
  const ear = listenForWake(() => void woken++);
  await once(ear, 'listening');
  expect(existsSync(path.join(config().dataFolder, 'worker.sock'))).toBe(true);
  wakeWorker();
  await until('the wake', () => woken === 1, 2000);
  expect(await promisify(ear.getConnections.bind(ear))()).toBe(0);
  ear.close();
});
