import path from 'node:path';
import type { GradeJob } from '#graders/host/job.ts';
import type { HostEvent } from '#graders/protocol/host.ts';
import { FALLBACK_ENGINE } from '#lib/core/engines.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import { makeAssignment } from '#tests/factories/assignment.ts';
import type { SubmissionAttack } from './attack.ts';
import { fillIn } from './bait.ts';
import type { Variant } from './variant.ts';
import { machineOf, type World } from './world.ts';

/** Wall time is generous: attacks share the cores with whatever else runs. */
export const assignment = makeAssignment({
  limits: {
    wallSeconds: 60,
    cpuSeconds: 3,
    memoryMib: 400,
    outputKib: 64,
    paramsMax: 10_000,
    epochsMax: 100,
  },
  metric: { name: 'accuracy', classes: 8 },
  band: [
    { value: 0.3, points: 0 },
    { value: 0.9, points: 100 },
  ],
});

export type Graded = { report: SubmissionReport; events: HostEvent[]; logged: string[] };

/** The grader without its process: pool, boxes and judge are those of every submission. */
export type Grader = {
  grade(source: string, limits?: SubmissionAttack['limits']): Promise<Graded>;
  close(): Promise<void>;
};

const ISOLATION = { userns: true, seccomp: true, cgroup: 'none', uid: null, network: false } as const;
let jobs = 0;

export async function openGrader(variant: Variant, world: World, warmBoxes = 0): Promise<Grader> {
  const [{ gradeJob }, { Pool }, { DataSets }, { ensureBundle }] = await Promise.all([
    variant.load<typeof import('#graders/host/grader.ts')>('graders/host/grader.ts'),
    variant.load<typeof import('#graders/host/pool.ts')>('graders/host/pool.ts'),
    variant.load<typeof import('#graders/host/data.ts')>('graders/host/data.ts'),
    variant.load<typeof import('#graders/box/bundle.ts')>('graders/box/bundle.ts'),
  ]);
  const pool = new Pool(await machineOf(variant, world), world.slots, await ensureBundle(), warmBoxes);
  pool.fill('train');
  pool.fill('score');
  const data = new DataSets(path.join(import.meta.dirname, 'assignments'), '5e'.repeat(32));
  return {
    async grade(source, limits = {}) {
      const events: HostEvent[] = [];
      const logged: string[] = [];
      const parts = {
        pool: () => Promise.resolve(pool),
        data,
        engine: FALLBACK_ENGINE,
        path: 'accelerated' as const,
        isolation: ISOLATION,
        log: (line: string) => void logged.push(line),
      };
      const tightened = { ...assignment, limits: { ...assignment.limits, ...limits } };
      const job: GradeJob = {
        kind: 'grade',
        id: `attack-${++jobs}`,
        assignment: tightened,
        term: 'test',
        lang: 'en',
        language: 'tfjs',
        source: fillIn(source, world.bait),
        seeds: [1],
        engine: 'wasm',
      };
      const report = await gradeJob(parts, job, (event) => events.push(event), new AbortController().signal);
      return { report, events, logged };
    },
    close: () => pool.close(),
  };
}

/** The verdict first, then what was printed. */
export function wordsOfReport({
  outcome,
  limit,
  fraction,
  metrics,
  message,
  output,
}: SubmissionReport): string {
  const [metric] = metrics;
  const verdict = [outcome, limit, fraction, metric && `${metric.name} ${metric.value}`];
  const given = (word: unknown) => word !== null && word !== undefined && word !== '';
  return [verdict.filter(given).join(' '), message?.en, output.trim()].filter(given).join(' · ') + ' ';
}
