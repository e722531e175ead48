import type { TrialRow } from '#lib/core/assignments/calibration/trial.ts';

const shown = (value: number | null) => (value === null ? '–' : value.toPrecision(4));

/** One submission: points and metric of its trainings, and what was said about it. */
export function trialLines({ name, kind, runs, passed }: TrialRow): string {
  const points = runs.map((run) => (run.outcome === 'graded' ? String(run.points) : run.outcome)).join(' ');
  const metric = runs.map((run) => shown(run.metric)).join(' ');
  const findings = [...new Set(runs.flatMap((run) => run.findings))].join(' ');
  return `  ${passed ? 'ok  ' : 'FAIL'} ${kind.padEnd(9)} ${name.padEnd(24)} points ${points} · metric ${metric}${runs.some((run) => run.gated) ? ' · gate' : ''}${findings ? ` · ${findings}` : ''}`;
}

const BINS = 48;
const MARKS = ' ▁▂▃▄▅▆▇█';

/** Where the trainings of one submission lie between the least and the greatest metric of all, one character a bin. */
export function histogram(row: TrialRow, all: readonly TrialRow[]): string {
  const metrics = (of: TrialRow) => of.runs.flatMap(({ metric }) => (metric === null ? [] : [metric]));
  const every = all.flatMap(metrics);
  const [low, high] = [Math.min(...every), Math.max(...every)];
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of metrics(row))
    counts[high > low ? Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS)) : 0]!++;
  const most = Math.max(1, ...counts);
  return `  ${row.name.padEnd(24)} ${shown(low)} |${counts.map((n) => MARKS[Math.ceil((8 * n) / most)]).join('')}| ${shown(high)}`;
}
