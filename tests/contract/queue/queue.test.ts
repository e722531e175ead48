import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#lib/core/clock.ts';
import type { AssignmentId, CourseId, JobId, SubmissionId, UserId } from '#lib/core/ids.ts';
import type { JobQueue } from '#lib/core/queue.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { newId } from '#lib/data/source.ts';
import { insertSubmission } from '#lib/data/submissions.ts';
import { makePerson } from '../../factories/people.ts';
import { makeWorld } from '../../integration/submissions/world.ts';
import { memoryQueue } from './memory.ts';

/** Every engine behind the port answers as the contract says; the one in memory is its plainest reading. */
const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
const LEASE = 1000;
const at = (ms: number) => instant(ms);

type Ids = { users: UserId[]; submissions: SubmissionId[] };
type World = { queue: JobQueue; ids: Ids; course: CourseId; assignment: AssignmentId };

/** `work[i]` is the user whose submission number i is. */
function makeQueue(engine: 'memory' | 'sqlite', work: readonly number[]): World {
  const { course, assignment } = makeWorld();
  const users = Array.from(
    { length: Math.max(-1, ...work) + 1 },
    () => makePerson('student', { courses: [course] }).userId,
  );
  const submissions = work.map((user) => {
    const id = newId('submission');
    insertSubmission({
      id,
      courseId: course,
      assignmentId: assignment,
      userId: users[user]!,
      language: 'tfjs',
      source: 'x',
      sourceHash: id,
      state: 'queued',
      createdAt: at(0),
    });
    return id;
  });
  return {
    queue: engine === 'sqlite' ? jobQueue : memoryQueue(),
    ids: { users, submissions },
    course,
    assignment,
  };
}

const jobId = (n: number) => `job_${String(n).padStart(3, '0')}` as JobId;

describe.each(['memory', 'sqlite'] as const)('%s', (engine) => {
  const WORK = [0, 0, 0, 0, 1, 2];
  let world: World;
  const enqueue = (n: number, priority = 0) =>
    world.queue.enqueue({
      id: jobId(n),
      submissionId: world.ids.submissions[n]!,
      userId: world.ids.users[WORK[n]!]!,
      priority,
      createdAt: at(n),
    });
  const claimNumber = (now = 100) =>
    world.ids.submissions.indexOf(world.queue.claim(`t${now}`, at(now), LEASE)?.submissionId as SubmissionId);
  beforeEach(() => void (world = makeQueue(engine, WORK)));

  test('one heavy user does not starve the others: each round serves everybody once', () => {
    WORK.forEach((_, n) => enqueue(n));
    expect(world.ids.submissions.map((id) => world.queue.countBefore(id))).toEqual([0, 3, 4, 5, 1, 2]);
    expect(Array.from({ length: 7 }, (_, i) => claimNumber(100 + i))).toEqual([0, 4, 5, 1, 2, 3, -1]);
  });

  test('nobody saves up turns: who comes late starts in the round that is served, before the rest of a heavy user', () => {
    [0, 1, 2, 3].forEach((n) => enqueue(n));
    expect([claimNumber(), claimNumber(101)]).toEqual([0, 1]);
    enqueue(4);
    expect([claimNumber(102), claimNumber(103), claimNumber(104)]).toEqual([4, 2, 3]);
  });

  test('a higher priority goes first, whoever it is', () => {
    [0, 1, 4].forEach((n) => enqueue(n));
    enqueue(2, 10);
    expect([0, 1, 2, 3].map((i) => claimNumber(100 + i))).toEqual([2, 0, 4, 1]);
  });

  test('a cancelled job that never ran costs its user no turn', () => {
    enqueue(0);
    expect(world.queue.endIdle(world.ids.submissions[0]!, at(1))).toBe(true);
    [1, 4].forEach((n) => enqueue(n));
    expect([claimNumber(), claimNumber(101)]).toEqual([1, 4]);
  });

  test('a job whose lease ran out is taken again, and the first holder is not heard any more', () => {
    enqueue(0);
    const job = world.queue.claim('first', at(10), LEASE)!;
    expect(world.queue.claim('second', at(10 + LEASE), LEASE)).toBeUndefined();
    expect(world.queue.claim('second', at(11 + LEASE), LEASE)).toMatchObject({ id: job.id, tries: 2 });
    expect(world.queue.renew(job.id, 'first', at(12 + LEASE), LEASE)).toBeUndefined();
    expect(world.queue.release(job.id, 'first', { state: 'done' })).toBe(false);
    expect(world.queue.release(job.id, 'second', { state: 'done' })).toBe(true);
  });

  test.each(['dead', 'done'] as const)('a job that is over (%s) is revived, with its tries back; one that waits or runs is not', (state) => {
    enqueue(0);
    const [id] = world.ids.submissions;
    expect(world.queue.revive(id!, at(5))).toBe(false);
    const job = world.queue.claim('t', at(10), LEASE)!;
    expect(world.queue.revive(id!, at(11))).toBe(false);
    world.queue.release(job.id, 't', { state, lastIncident: 'x' });
    expect(world.queue.claim('t2', at(20), LEASE)).toBeUndefined();
    expect(world.queue.revive(id!, at(30))).toBe(true);
    expect(world.queue.claim('t3', at(30), LEASE)).toMatchObject({ tries: 1, lastIncident: 'x' });
  });
});

const N = 12;
const op = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('enqueue' as const),
      n: fc.nat(N - 1),
      priority: fc.constantFrom(0, 0, 0, 5),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('claim' as const), token: fc.constantFrom('a', 'b', 'c') }),
  },
  fc.record({ do: fc.constant('renew' as const), n: fc.nat(N - 1), token: fc.constantFrom('a', 'b', 'c') }),
  fc.record({
    do: fc.constant('release' as const),
    n: fc.nat(N - 1),
    token: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom('queued' as const, 'done' as const, 'dead' as const),
  }),
  fc.record({ do: fc.constant('endIdle' as const), n: fc.nat(N - 1) }),
  fc.record({ do: fc.constant('requestCancel' as const), n: fc.nat(N - 1) }),
  fc.record({ do: fc.constant('revive' as const), n: fc.nat(N - 1) }),
);
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;

function apply(queue: JobQueue, ids: Ids, work: readonly number[], step: Op, now: number): unknown {
  const submission = 'n' in step ? ids.submissions[step.n]! : ids.submissions[0]!;
  switch (step.do) {
    case 'enqueue':
      return queue.enqueue({
        id: jobId(step.n),
        submissionId: submission,
        userId: ids.users[work[step.n]!]!,
        priority: step.priority,
        createdAt: at(now),
      });
    case 'claim':
      return queue.claim(step.token, at(now), LEASE)?.id;
    case 'renew':
      return queue.renew(jobId(step.n), step.token, at(now), LEASE)?.leaseUntil;
    case 'release':
      return queue.release(jobId(step.n), step.token, { state: step.state, runAfter: at(now + 300) });
    case 'endIdle':
      return queue.endIdle(submission, at(now));
    case 'requestCancel':
      return queue.requestCancel(submission);
    case 'revive':
      return queue.revive(submission, at(now));
  }
}

test('after any sequence of calls the engine in SQLite says what the one in memory says', () => {
  const steps = fc.array(fc.tuple(op, fc.nat(700)), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: N, maxLength: N }), steps, (work, sequence) => {
      const { queue, ids } = makeQueue('sqlite', work);
      const model = memoryQueue();
      let now = 0;
      for (const [step, wait] of sequence) {
        now += wait;
        expect(apply(queue, ids, work, step, now)).toEqual(apply(model, ids, work, step, now));
      }
      for (const id of ids.submissions) {
        expect(queue.countBefore(id)).toBe(model.countBefore(id));
        expect(queue.find(id) ?? {}).toMatchObject(model.find(id) ?? {});
      }
    }),
    { seed: SEED, numRuns: 60 },
  );
});
