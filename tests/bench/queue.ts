import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBundle } from '#graders/box/bundle.ts';
import { DataSets } from '#graders/host/data.ts';
import { makeTrainJob } from '#graders/host/jobs.ts';
import { refuse } from '#lib/cli/output.ts';
import type { AssignmentId, CourseId, SubmissionId } from '#lib/core/ids.ts';
import { FALLBACK_ENGINE } from '#lib/core/engines.ts';
import { TERM } from '#lib/core/term.ts';
import { selectAssignments } from '#lib/data/assignments.ts';
import { selectFirstCourse } from '#lib/data/courses.ts';
import { selectEventsAfter } from '#lib/data/events.ts';
import { selectReport, selectSubmission } from '#lib/data/submissions.ts';
import { gradingState } from '#lib/services/grading/state.ts';
import { submit } from '#lib/services/submissions/submit.ts';
import { makePerson } from '../factories/people.ts';
import { rowOf, type Bench, type Row } from './bench.ts';
import { trainBare } from './parts/bare-training.ts';
import { SERVER_FLAGS, withInstallation } from './parts/installation.ts';
import { residentMib } from './parts/memory.ts';
import { withProbe } from './parts/probe.ts';
import { until } from './parts/until.ts';

/**
 * Many submissions at once, three from each student, all queued before the first is graded: whether all come back, in which order, with
 * how much memory, and how long one takes when the queue never empties, beside the same trainings in plain Node processes.
 */
const TASK = 'a01';
const EACH = 3;
const BARE_RUNS = 5;
const ASSIGNMENTS = path.resolve('question-bank/assignments');
const PROVEN_WITHIN_MS = 60_000;
const GRADED_WITHIN_MS = 30 * 60_000;
const LOOK_MS = 250;

export default { rounds: 200, run } satisfies Bench;

/** `count`: how many submissions. */
function run(count: number): Promise<Row[]> {
  return withInstallation(async ({ start, secrets }) => {
    const course = selectFirstCourse()!.id;
    const { offer, task } = selectAssignments(course).find((each) => each.offer.task === TASK)!;
    const source = readFileSync(path.join(ASSIGNMENTS, TASK, 'reference.js'), 'utf8');
    const queued = queueAll(count, course, offer.id, source);
    const worker = start([...SERVER_FLAGS, 'lib/cli/worker.ts']);
    await until('the proof of isolation', PROVEN_WITHIN_MS, () => gradingState() !== null);
    const { proven, detail } = gradingState()!;
    if (!proven) throw refuse('cli.gradingOff', { reason: detail });
    const idle = residentMib(worker.pid!);
    const memory = await follow(queued, () => residentMib(worker.pid!));
    const material = await new DataSets(ASSIGNMENTS, secrets.hiddenData).of(task, TERM, 'tr');
    const bundle = await ensureBundle(FALLBACK_ENGINE);
    const bare: number[] = [];
    for (let i = 0; i < BARE_RUNS; i++) {
      let ms = 0;
      for (const seed of task.seeds) {
        const { startMs, trainMs } = await trainBare(
          bundle,
          makeTrainJob({ source: withProbe(source), assignment: task }, seed, material),
          material,
        );
        ms += startMs + trainMs;
      }
      bare.push(ms);
    }
    return rowsOf(queued, memory, idle, bare);
  });
}

type Queued = { id: SubmissionId; student: number };

/** Student by student, so that a queue without fairness would serve the first ones to the end before the others begin. */
function queueAll(count: number, course: CourseId, assignment: AssignmentId, source: string): Queued[] {
  return Array.from({ length: Math.ceil(count / EACH) }, (_, student) => {
    const person = makePerson('student', { courses: [course] });
    return Array.from({ length: Math.min(EACH, count - student * EACH) }, (_each, n): Queued => {
      const submitted = submit(person, assignment, { language: 'tfjs', source: `${source}\n// ${n}` });
      if (!submitted.ok) throw new Error(`A submission was refused: ${submitted.error.code}`);
      return { id: submitted.value, student };
    });
  }).flat();
}

/** Samples of memory until every submission is over. */
async function follow(queued: Queued[], look: () => number): Promise<number[]> {
  const samples: number[] = [];
  const end = performance.now() + GRADED_WITHIN_MS;
  const isOver = ({ id }: Queued) => selectSubmission(id)!.finishedAt !== null;
  while (!queued.every(isOver)) {
    if (performance.now() > end) break;
    samples.push(look());
    await sleep(LOOK_MS);
  }
  return samples;
}

function rowsOf(queued: Queued[], memory: number[], idle: number, bare: number[]): Row[] {
  const done = queued
    .flatMap(({ id, student }) => {
      const graded = selectReport(id)?.report.outcome === 'graded';
      return graded ? [{ id, student, at: selectSubmission(id)!.finishedAt! as number }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
  const gaps = done.slice(1).map(({ at }, i) => at - done[i]!.at);
  const silent = done.filter(
    ({ id }) => !selectEventsAfter(id, 0).some(({ event }) => (event as { kind: string }).kind === 'epoch'),
  );
  const perMinute = (ms: number) => 60_000 / ms;
  const count = { unit: 'submissions', baseline: 'none', bare: [] } as const;
  return [
    rowOf({
      measure: `one verdict of ${queued.length} queued, ${TASK}`,
      unit: 'ms',
      baseline: 'bare processes from their start',
      own: gaps,
      bare,
    }),
    rowOf({
      measure: `throughput with ${queued.length} queued, ${TASK}`,
      unit: 'submissions/min',
      baseline: 'bare processes from their start, one after the other',
      own: [perMinute(meanOf(gaps))],
      bare: bare.map(perMinute),
    }),
    rowOf({
      ...count,
      measure: 'not graded',
      own: [queued.length - done.length],
      goal: { of: 'median', max: 0 },
    }),
    rowOf({
      ...count,
      measure: 'graded without progress shown',
      own: [silent.length],
      goal: { of: 'median', max: 0 },
    }),
    rowOf({
      ...count,
      measure: 'most verdicts one student had more than another who still waited',
      own: [mostAhead(queued, done)],
      goal: { of: 'median', max: 2 },
    }),
    rowOf({
      measure: 'memory of worker and grader host',
      unit: 'MiB',
      baseline: 'the same processes before the first',
      own: memory,
      bare: [idle],
      goal: { of: 'ratio', max: 2 },
    }),
  ];
}

const meanOf = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** With one submission graded at a time this is 1; each more at a time may add one. */
function mostAhead(queued: Queued[], done: { student: number }[]): number {
  const [has, left] = [new Map<number, number>(), new Map<number, number>()];
  for (const { student } of queued) left.set(student, (left.get(student) ?? 0) + 1);
  let most = 0;
  for (const { student } of done) {
    has.set(student, (has.get(student) ?? 0) + 1);
    left.set(student, left.get(student)! - 1);
    const waiting = [...left].filter(([, count]) => count > 0).map(([who]) => has.get(who) ?? 0);
    if (waiting.length > 0) most = Math.max(most, has.get(student)! - Math.min(...waiting));
  }
  return most;
}
