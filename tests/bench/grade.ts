import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBundle } from '#graders/box/bundle.ts';
import { DataSets, type Material } from '#graders/host/data.ts';
import { makeTrainJob } from '#graders/host/jobs.ts';
import { refuse } from '#lib/cli/output.ts';
import type { Student } from '#lib/core/actors.ts';
import type { EngineId } from '#lib/core/engines.ts';
import { TERM } from '#lib/core/term.ts';
import { selectAssignments, type AssignmentRow } from '#lib/data/assignments.ts';
import { selectFirstCourse } from '#lib/data/courses.ts';
import { selectEventsAfter } from '#lib/data/events.ts';
import { selectReport, selectSubmission } from '#lib/data/submissions.ts';
import { gradingState } from '#lib/services/grading/state.ts';
import { submit } from '#lib/services/submissions/submit.ts';
import { makePerson } from '../factories/people.ts';
import { rowOf, type Bench, type Goal, type Row } from './bench.ts';
import { trainBare, type BareTraining } from './parts/bare-training.ts';
import { clockMs } from './parts/clock.ts';
import { SERVER_FLAGS, withInstallation } from './parts/installation.ts';
import { readProbe, withProbe } from './parts/probe.ts';
import { until } from './parts/until.ts';

/**
 * A submission from the service through queue, worker, grader host and boxes to its report in the database, beside the same trainings
 * in plain Node processes.
 */
const TASK = 'a03';
const ASSIGNMENTS = path.resolve('question-bank/assignments');
const PROVEN_WITHIN_MS = 60_000;
const GRADED_WITHIN_MS = 300_000;
/** Boxes that were used are replaced meanwhile, so that the bare training does not share the machine with their start. */
const REFILL_MS = 1000;

export default { rounds: 10, run } satisfies Bench;

function run(rounds: number): Promise<Row[]> {
  return withInstallation(async ({ start, secrets }) => {
    start([...SERVER_FLAGS, 'lib/cli/worker.ts']);
    await until('the proof of isolation', PROVEN_WITHIN_MS, () => gradingState() !== null);
    const { proven, detail } = gradingState()!;
    if (!proven) throw refuse('cli.gradingOff', { reason: detail });
    const course = selectFirstCourse()!.id;
    const assignment = selectAssignments(course).find(({ offer }) => offer.task === TASK)!;
    const material = await new DataSets(ASSIGNMENTS, secrets.hiddenData).of(assignment.task, TERM, 'tr');
    const source = withProbe(readFileSync(path.join(ASSIGNMENTS, TASK, 'reference.js'), 'utf8'));
    const [own, bare]: [Graded[], BareTraining[][]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      // Somebody new each time: a student may not hand in so often.
      const graded = await grade(makePerson('student', { courses: [course] }), assignment, source);
      own.push(graded);
      await sleep(REFILL_MS);
      bare.push(await trainSeeds(assignment, source, material, graded.engine));
    }
    // The first round fills caches on both sides.
    return rowsOf(own.slice(1), bare.slice(1));
  });
}

/** Milliseconds from handing in; `trainMs` of each seed, `cpuMs` of the first. */
type Graded = {
  engine: EngineId;
  firstLineMs: number;
  firstProgressMs: number;
  verdictMs: number;
  trainMs: number[];
  cpuMs: number;
};

async function grade(student: Student, { offer }: AssignmentRow, source: string): Promise<Graded> {
  const submittedAt = clockMs();
  const submitted = submit(student, offer.id, { language: 'tfjs', source });
  if (!submitted.ok) throw new Error(`The submission was refused: ${submitted.error.code}`);
  const id = submitted.value;
  await until('a verdict', GRADED_WITHIN_MS, () => selectSubmission(id)!.finishedAt !== null);
  const report = selectReport(id)?.report;
  if (report?.outcome !== 'graded')
    throw new Error(`The reference was not graded: ${report?.outcome ?? selectSubmission(id)!.state}`);
  const firstEpoch = selectEventsAfter(id, 0).find(
    ({ event }) => (event as { kind: string }).kind === 'epoch',
  )!;
  const { firstLineAtMs, cpuMs } = readProbe(report.output);
  return {
    engine: report.engine as EngineId,
    firstLineMs: firstLineAtMs - submittedAt,
    firstProgressMs: firstEpoch.at - submittedAt,
    verdictMs: selectSubmission(id)!.finishedAt! - submittedAt,
    trainMs: report.runs.map((each) => each.trainMs),
    cpuMs,
  };
}

/** One process for each seed of the assignment, one after the other, as the host does it. */
async function trainSeeds(
  { task }: AssignmentRow,
  source: string,
  material: Material,
  engine: EngineId,
): Promise<BareTraining[]> {
  const bundle = await ensureBundle(engine);
  const trained: BareTraining[] = [];
  for (const seed of task.seeds)
    trained.push(
      await trainBare(bundle, makeTrainJob({ source, assignment: task }, seed, material), material),
    );
  return trained;
}

function rowsOf(own: Graded[], bare: BareTraining[][]): Row[] {
  const ofOwn = (pick: (graded: Graded) => number) => own.map(pick);
  const ofFirst = (pick: (training: BareTraining) => number) => bare.map(([training]) => pick(training!));
  const ofAll = (pick: (training: BareTraining) => number) =>
    bare.map((trainings) => trainings.reduce((sum, each) => sum + pick(each), 0));
  const ms = { unit: 'ms', baseline: 'bare process that waits for the job' } as const;
  const overhead: Goal = { of: 'ratio', max: 1.05 };
  return [
    rowOf({
      ...ms,
      measure: `submit to first student line, ${TASK}`,
      own: ofOwn((g) => g.firstLineMs),
      bare: ofFirst((t) => t.firstLineMs),
      goal: { of: 'median', max: 10 },
    }),
    rowOf({
      ...ms,
      measure: `submit to first progress, ${TASK}`,
      own: ofOwn((g) => g.firstProgressMs),
      bare: ofFirst((t) => t.firstEpochMs),
    }),
    rowOf({
      ...ms,
      measure: `submit to verdict, ${TASK}`,
      own: ofOwn((g) => g.verdictMs),
      bare: ofAll((t) => t.trainMs),
    }),
    rowOf({
      ...ms,
      measure: `submit to verdict, ${TASK}`,
      baseline: 'bare process from its start',
      own: ofOwn((g) => g.verdictMs),
      bare: ofAll((t) => t.startMs + t.trainMs),
    }),
    rowOf({
      ...ms,
      measure: `training alone, ${TASK}`,
      own: own.flatMap((g) => g.trainMs),
      bare: bare.flat().map((t) => t.trainMs),
      goal: overhead,
    }),
    rowOf({
      ...ms,
      measure: `CPU time of training alone, ${TASK}`,
      own: ofOwn((g) => g.cpuMs),
      bare: ofFirst((t) => t.cpuMs),
      goal: overhead,
    }),
  ];
}
