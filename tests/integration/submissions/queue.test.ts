import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { operator } from '#lib/auth/actors.ts';
import { instant } from '#lib/core/clock.ts';
import { appendEvent, selectEventsAfter } from '#lib/data/events.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { newId, now } from '#lib/data/source.ts';
import { selectReport, selectSubmission } from '#lib/data/submissions.ts';
import { updateUser } from '#lib/data/users.ts';
import { HostDied, JobCancelled } from '#lib/grading/host.ts';
import { cancel } from '#lib/services/submissions/cancel.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { makeCourse } from '../../factories/people.ts';
import { endLease, endWait, graderOf, makeMember, makeWorld, offerIn, report, submitted, type World } from './world.ts';

let world: World;
const children: ChildProcess[] = [];
beforeEach(() => void (world = makeWorld()));
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

const LEASE = 15_000;
const never = new AbortController().signal;
const later = (ms: number) => instant(now() + ms);
const gradeWith = (grade: Parameters<typeof graderOf>[0], signal = never) => gradeNext(operator(), graderOf(grade), signal);

/** The ids a separate process claimed; it then hangs, still holding them. */
function claimer(): { child: ChildProcess; claimed: Promise<string[]> } {
  const child = spawn(process.execPath, ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'tests/integration/submissions/claimer.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const claimed = new Promise<string[]>((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('done\n')) resolve(text.trim().split('\n').slice(0, -1));
    });
  });
  return { child, claimed };
}

test('two claiming processes never get the same job, and together get all', async () => {
  const wanted = Array.from({ length: 60 }, (_, i) => {
    const student = makeMember(`s${i}`, 'student', [world.course]) as World['deniz'];
    return jobQueue.find(submitted(student, world.assignment))!.id;
  });
  const [a, b] = await Promise.all([claimer().claimed, claimer().claimed]);
  expect([...a, ...b].toSorted()).toEqual(wanted.toSorted());
});

test('a killed worker loses nothing: when its lease is over, the job runs again and only the new holder is heard', async () => {
  const id = submitted(world.deniz, world.assignment);
  const { child, claimed } = claimer();
  expect(await claimed).toHaveLength(1);
  child.kill('SIGKILL');
  const stale = jobQueue.find(id)!.leaseToken!;
  expect(jobQueue.claim('next', later(59_000), LEASE)).toBeUndefined();
  expect(jobQueue.claim('next', later(61_000), LEASE)).toMatchObject({ submissionId: id, tries: 2, leaseToken: 'next' });
  expect(jobQueue.renew(jobQueue.find(id)!.id, stale, now(), LEASE)).toBeUndefined();
  expect(jobQueue.release(jobQueue.find(id)!.id, stale, { state: 'done' })).toBe(false);
  appendEvent(id, stale, { kind: 'epoch' }, now());
  expect(selectEventsAfter(id, 0)).toEqual([]);
});

test("an exam's submissions go before those of practice", () => {
  const practice = submitted(world.deniz, world.assignment);
  const exam = submitted(world.isil, offerIn(world.course, { priority: 10 }));
  expect([exam, practice].map(jobQueue.countBefore)).toEqual([0, 1]);
});

test('a submission has one job, however often it is queued', () => {
  const id = submitted(world.deniz, world.assignment);
  const job = jobQueue.find(id)!;
  jobQueue.enqueue({ ...job, id: newId('job') });
  jobQueue.claim('t', now(), LEASE);
  expect(jobQueue.claim('t2', now(), LEASE)).toBeUndefined();
});

test('the place in the queue counts those that run and those ahead', () => {
  const ids = [world.deniz, world.isil].map((s) => submitted(s, world.assignment));
  const third = submitted(world.deniz, world.assignment, 'third');
  expect([...ids, third].map(jobQueue.countBefore)).toEqual([0, 1, 2]);
  jobQueue.claim('t', now(), LEASE);
  expect(jobQueue.countBefore(third)).toBe(2);
});

test('a report, its runs and the score are saved with the end of the job', async () => {
  const id = submitted(world.deniz, world.assignment);
  const seen: unknown[] = [];
  await gradeWith(async (job, onEvent) => {
    seen.push(job.seeds, job.source);
    onEvent?.({ kind: 'stage', id, stage: 'training', seed: 1, run: 1, runs: 3 });
    return report();
  });
  expect(seen).toEqual([[1, 2, 3], 'const model = 1;']);
  expect(selectSubmission(id)).toMatchObject({ state: 'graded', score: 8000 });
  expect(selectReport(id)!.report).toEqual(report());
  expect(jobQueue.find(id)!.state).toBe('done');
  expect(selectEventsAfter(id, 0).map((e) => [e.sequence, (e.event as { kind: string }).kind])).toEqual([[1, 'started'], [2, 'stage']]);
  expect(await gradeWith(async () => report())).toBe(false);
});

test('each course is measured on the hidden rows of its own term, and the report keeps which', async () => {
  const spring = makeCourse('CCCCCCCC', '2027-bahar');
  const there = offerIn(spring);
  const ids = [submitted(world.deniz, world.assignment), submitted(makeMember('Ece', 'student', [spring]) as World['deniz'], there)];
  const grade: Parameters<typeof graderOf>[0] = async ({ term }) => report({ term });
  while (await gradeWith(grade));
  expect(ids.map((id) => selectReport(id)!.report.term)).toEqual(['2026-guz', '2027-bahar']);
});

test('data that hold words follow the language of the student', async () => {
  updateUser(world.deniz.userId, { lang: 'en' });
  const id = submitted(world.deniz, world.assignment);
  expect(await gradeWith(async ({ lang }) => report({ lang }))).toBe(true);
  expect(selectReport(id)!.report.lang).toBe('en');
});

test('a fault of ours is tried three times, later each time, and never becomes a score', async () => {
  const id = submitted(world.deniz, world.assignment);
  const faults = [async () => report({ outcome: 'graderFailed', score: null, fraction: null }), async () => Promise.reject(new HostDied('gone'))] as const;
  for (const [n, fault] of [faults[0], faults[1], faults[0]].entries()) {
    const job = jobQueue.find(id)!;
    expect(job).toMatchObject({ state: 'queued', tries: n });
    expect(jobQueue.claim('early', instant(job.runAfter - 1), LEASE)).toBeUndefined();
    endWait(id);
    expect(await gradeWith(fault)).toBe(true);
  }
  expect(jobQueue.find(id)).toMatchObject({ state: 'dead', tries: 3 });
  expect(selectSubmission(id)).toMatchObject({ state: 'failed', score: null });
  expect(selectReport(id)).toBeUndefined();
});

test('events of a second try go on counting, so a page that follows misses none', async () => {
  const id = submitted(world.deniz, world.assignment);
  const fault: Parameters<typeof graderOf>[0] = async (_job, onEvent) => {
    onEvent?.({ kind: 'output', id, text: 'x' });
    throw new HostDied('gone');
  };
  await gradeWith(fault);
  endWait(id);
  await gradeWith(fault);
  expect(selectEventsAfter(id, 2).map((e) => e.sequence)).toEqual([3, 4]);
  expect(selectEventsAfter(id, 0)).toHaveLength(2);
});

test('a worker told to stop gives its submission back at once and the try does not count', async () => {
  const id = submitted(world.deniz, world.assignment);
  const stopping = new AbortController();
  await gradeWith(async () => {
    stopping.abort();
    return report();
  }, stopping.signal);
  expect(jobQueue.find(id)).toMatchObject({ state: 'queued', tries: 0, leaseToken: null });
  expect(selectSubmission(id)!.state).toBe('queued');
  expect(selectReport(id)).toBeUndefined();
});

test('a running submission stops when its student cancels it', async () => {
  const id = submitted(world.deniz, world.assignment);
  let stop: (error: Error) => void = () => {};
  const graded = gradeNext(operator(), graderOf(() => new Promise((_, reject) => (stop = reject)), async () => stop(new JobCancelled(id))), never);
  expect(cancel(world.isil, id)).toMatchObject({ ok: false, error: { code: 'code.notFound' } });
  expect(jobQueue.find(id)!.cancelRequested).toBe(false);
  cancel(world.deniz, id);
  await graded;
  expect(selectSubmission(id)).toMatchObject({ state: 'cancelled', score: null });
  expect(jobQueue.find(id)!.state).toBe('done');
});

test('a waiting submission, and one whose worker is gone, is cancelled at once', () => {
  const waiting = submitted(world.deniz, world.assignment);
  cancel(world.deniz, waiting);
  expect(selectSubmission(waiting)!.state).toBe('cancelled');
  const orphan = submitted(world.isil, world.assignment);
  jobQueue.claim('gone', now(), LEASE);
  endLease(orphan);
  cancel(world.isil, orphan);
  expect(selectSubmission(orphan)!.state).toBe('cancelled');
});

test('a submission whose worker vanishes each time is given up after three tries, as our fault', async () => {
  const id = submitted(world.deniz, world.assignment);
  for (let n = 1; n <= 3; n++) {
    expect(jobQueue.claim(`t${n}`, now(), LEASE)).toMatchObject({ tries: n });
    endLease(id);
  }
  expect(await gradeWith(() => Promise.reject(new Error('not to be run again')))).toBe(false);
  expect(jobQueue.find(id)!.state).toBe('dead');
  expect(selectSubmission(id)).toMatchObject({ state: 'failed', score: null });
});

test('work cancelled while its worker was vanishing does not run again', async () => {
  const id = submitted(world.deniz, world.assignment);
  jobQueue.claim('gone', now(), LEASE);
  cancel(world.deniz, id);
  endLease(id);
  expect(await gradeWith(async () => report())).toBe(false);
  expect(selectSubmission(id)!.state).toBe('cancelled');
});
