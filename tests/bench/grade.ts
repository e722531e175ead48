import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBundle } from '#graders/box/bundle.ts';
import { DataSets, type Material } from '#graders/host/data.ts';
import { makeTrainJob } from '#graders/host/jobs.ts';
import { refuse } from '#lib/cli/output.ts';
import type { Student } from '#lib/core/actors.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
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
import { openBoxes, trainBoxed, type BoxedTraining } from './parts/boxed-training.ts';
import { clockMs } from './parts/clock.ts';
import { SERVER_FLAGS, withInstallation } from './parts/installation.ts';
import { readProbe, withProbe } from './parts/probe.ts';
import { until } from './parts/until.ts';

/**
 * A submission from the service through queue, worker, grader host and boxes to its report in the database, beside the same trainings
 * in plain Node processes; and a training in a box by itself beside one in a process, which is what isolation costs.
 */
const TASK = 'a03';
const ASSIGNMENTS = path.resolve('question-bank/assignments');
const PROVEN_WITHIN_MS = 60_000;
const GRADED_WITHIN_MS = 300_000;
/** What was used is taken away and replaced meanwhile, so that neither side shares the machine with what the other left behind. */
const SETTLE_MS = 1000;

const FIRST_LINE: Goal = { of: 'median', max: 10 };
const OVERHEAD: Goal = { of: 'ratio', max: 1.05 };

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
    const done: Round[] = [];
    for (let round = 0; round <= rounds; round++) {
      await sleep(SETTLE_MS);
      // Somebody new each time: a student may not hand in so often.
      const graded = await grade(makePerson('student', { courses: [course] }), assignment, source);
      await sleep(SETTLE_MS);
      done.push({ graded, trained: await trainSeeds(assignment.task, source, material, graded.engine) });
    }
    // The first round fills caches on both sides.
    return rowsOf(done.slice(1));
  });
}

type Round = { graded: Graded; trained: Pair[] };

/** Milliseconds from handing in. */
type Graded = { engine: EngineId; firstLineMs: number; firstProgressMs: number; verdictMs: number };

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
  return {
    engine: report.engine as EngineId,
    firstLineMs: readProbe(report.output).firstLineAtMs - submittedAt,
    firstProgressMs: firstEpoch.at - submittedAt,
    verdictMs: selectSubmission(id)!.finishedAt! - submittedAt,
  };
}

type Pair = { bare: BareTraining; boxed: BoxedTraining };

/** Each seed of the assignment in a process and in a box of its own, one after the other. */
async function trainSeeds(
  task: Assignment,
  source: string,
  material: Material,
  engine: EngineId,
): Promise<Pair[]> {
  const bundle = await ensureBundle(engine);
  const boxes = openBoxes(bundle);
  const pairs: Pair[] = [];
  for (const seed of task.seeds) {
    const job = makeTrainJob({ source, assignment: task }, seed, material);
    const bare = await trainBare(bundle, job, material);
    pairs.push({ bare, boxed: await trainBoxed(boxes, job, material, task.limits) });
  }
  return pairs;
}

function rowsOf(rounds: Round[]): Row[] {
  const graded = (pick: (graded: Graded) => number) => rounds.map((round) => pick(round.graded));
  const first = (pick: (bare: BareTraining) => number) => rounds.map(({ trained }) => pick(trained[0]!.bare));
  const all = (pick: (bare: BareTraining) => number) =>
    rounds.map(({ trained }) => trained.reduce((sum, { bare }) => sum + pick(bare), 0));
  const pairs = rounds.flatMap(({ trained }) => trained);
  const [waits, starts] = ['bare process that waits for the job', 'bare process from its start'];
  const row = (measure: string, baseline: string, own: number[], bare: number[], goal?: Goal) =>
    rowOf({ measure: `${measure}, ${TASK}`, unit: 'ms', baseline, own, bare, ...(goal && { goal }) });
  return [
    row(
      'submit to first student line',
      waits,
      graded((g) => g.firstLineMs),
      first((t) => t.firstLineMs),
      FIRST_LINE,
    ),
    row(
      'submit to first progress',
      waits,
      graded((g) => g.firstProgressMs),
      first((t) => t.firstEpochMs),
    ),
    row(
      'submit to verdict',
      waits,
      graded((g) => g.verdictMs),
      all((t) => t.trainMs),
    ),
    row(
      'submit to verdict',
      starts,
      graded((g) => g.verdictMs),
      all((t) => t.startMs + t.trainMs),
    ),
    row(
      'one training in a box',
      waits,
      pairs.map(({ boxed }) => boxed.trainMs),
      pairs.map(({ bare }) => bare.trainMs),
      OVERHEAD,
    ),
    row(
      'CPU time of one training in a box',
      waits,
      pairs.map(({ boxed }) => boxed.cpuMs),
      pairs.map(({ bare }) => bare.cpuMs),
      OVERHEAD,
    ),
  ];
}
