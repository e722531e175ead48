import { PASS_POINTS } from '../band.ts';
import type { SubmissionReport } from '../report.ts';
import type { Series } from './recommend.ts';

/** One training of a submission that comes with the assignment. What was not graded earned no points. */
export type TrialRun = {
  seed: number;
  term: string;
  outcome: SubmissionReport['outcome'];
  points: number;
  metric: number | null;
  /** A gate failed: the metric alone would have earned more. */
  gated: boolean;
  findings: string[];
  trainMs: number;
};

export type TrialRow = { name: string; kind: 'reference' | 'wrong'; runs: TrialRun[]; passed: boolean };

const REFERENCE_POINTS = 90;

/** The bank's rule: each training of a reference earns at least 90 points, none of a wrong submission reaches 60. */
export function rowOf({ name, kind }: Pick<TrialRow, 'name' | 'kind'>, runs: TrialRun[]): TrialRow {
  const holds = ({ points }: TrialRun) =>
    kind === 'reference' ? points >= REFERENCE_POINTS : points < PASS_POINTS;
  return { name, kind, runs, passed: runs.length > 0 && runs.every(holds) };
}

/** What the host said about one training. Throws for a failure of ours: it says nothing about the submission. */
export function runOf(report: SubmissionReport, seed: number, term: string): TrialRun {
  if (report.outcome === 'graderFailed') throw new Error(report.message?.en ?? 'grading failed');
  return {
    seed,
    term,
    outcome: report.outcome,
    points: report.score ?? 0,
    metric: report.metrics[0]?.value ?? null,
    gated: report.gates.some(({ passed, soft }) => !passed && !soft),
    findings: report.feedback.map(({ id }) => id),
    trainMs: report.timings.trainMs,
  };
}

export const seriesOf = ({ name, runs }: TrialRow): Series => ({
  name,
  values: runs.map(({ metric }) => metric),
  // What was not even graded needs no band to keep it out.
  gated: runs.every(({ gated, outcome }) => gated || outcome !== 'graded'),
});
