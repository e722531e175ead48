import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { betterOf } from '#lib/core/assignments/band.ts';
import { noiseOf } from '#lib/core/assignments/calibration/calibration.ts';
import { recommend, type Recommendation } from '#lib/core/assignments/calibration/recommend.ts';
import { rowOf, seriesOf, type TrialRow, type TrialRun } from '#lib/core/assignments/calibration/trial.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import { FALLBACK_ENGINE, type EngineId } from '#lib/core/engines.ts';
import { BANK_FOLDER, loadBank } from '#lib/content/bank.ts';
import { writeCalibration } from '#lib/content/calibration.ts';
import { readTrials } from '#lib/content/trials.ts';
import type { HostClient } from '#lib/grading/host.ts';
import { runTrial, startCalibration } from '#lib/grading/trials.ts';
import { answer, refuse } from '../output.ts';
import { histogram, trialLines } from './assignment-lines.ts';
import { requireProof } from './grade.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** `assignment check [id]`: the bank's rule on every reference and wrong submission; exit code 1 when one breaks it. */
export async function assignmentCheck(
  id: string | null,
  { seeds, json }: { seeds: number; json: boolean },
): Promise<number> {
  const chosen = await assignmentsOf(id);
  const assignments = await withHost(async (host) => {
    const done = [];
    for (const assignment of chosen) {
      const rows = await trialRows(host, assignment, seeds, seeds);
      done.push({
        id: assignment.id,
        version: assignment.version,
        passed: rows.every((row) => row.passed),
        rows,
      });
    }
    return done;
  });
  const ok = assignments.every(({ passed }) => passed);
  answer(json, { ok, seeds, assignments }, () =>
    assignments.flatMap((a) => [
      `${a.passed ? 'ok  ' : 'FAIL'} ${a.id} version ${a.version}`,
      ...a.rows.map(trialLines),
    ]),
  );
  return ok ? 0 : 1;
}

/**
 * `assignment calibrate <id>`: trains the reference `seeds` times and each wrong submission three times or more, shows both distributions,
 * recommends a band with its chances of error, and, when every training keeps the bank's rule, stores the spread beside the assignment;
 * exit code 1 when one breaks it.
 */
export async function assignmentCalibrate(
  id: string,
  { seeds, json }: { seeds: number; json: boolean },
): Promise<number> {
  const [assignment] = (await assignmentsOf(id)) as [Assignment];
  const { rows, engineOrder } = await withHost(async (host, engines) => ({
    rows: await trialRows(host, assignment, seeds, Math.max(3, Math.ceil(seeds / 3))),
    engineOrder: await timeEngines(host, assignment, readTrials(id)[0]!.source, engines),
  }));
  const better = betterOf(assignment.band);
  const [reference, ...wrong] = rows;
  const noise = noiseOf(reference!, better);
  if (!noise) throw refuse('cli.referenceWithoutMetric', { id });
  const recommended = recommend(seriesOf(reference!), wrong.map(seriesOf), better, assignment.seeds.length);
  const series = Object.fromEntries(rows.map((row) => [row.name, row.runs.map(({ metric }) => metric)]));
  const passed = rows.every((row) => row.passed);
  if (passed) writeCalibration(BANK_FOLDER, id, { engineOrder, noise, series });
  answer(json, { id, passed, rows, noise, engineOrder, band: assignment.band, recommended }, () => [
    ...rows.map(trialLines),
    ...rows.map((row) => histogram(row, rows)),
    `engines from the fastest on: ${engineOrder.join(', ')}`,
    ...advice(assignment, recommended),
    ...(passed ? [] : ['Not stored: a training above breaks the rule. Change the assignment and calibrate again.']),
  ]);
  return passed ? 0 : 1;
}

/** `assignment copy <from> <to>`: a folder of one's own to change, as version 1 of a new assignment; its calibration does not come along. */
export async function assignmentCopy(from: string, to: string, { json }: { json: boolean }): Promise<number> {
  await assignmentsOf(from);
  if (!/^a\d{2}$/.test(to)) throw refuse('cli.assignmentName', { id: to }, 2);
  const [source, target] = [from, to].map((id) => path.join(BANK_FOLDER, 'assignments', id)) as [
    string,
    string,
  ];
  if (existsSync(target)) throw refuse('cli.assignmentExists', { id: to });
  cpSync(source, target, { recursive: true, filter: (file) => path.basename(file) !== 'calibration.json' });
  const file = path.join(target, 'assignment.yml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(/^id: .*$/m, `id: ${to}`)
      .replace(/^version: .*$/m, 'version: 1'),
  );
  const next = [
    `edit question-bank/assignments/${to}`,
    `npm run -s derin -- assignment check ${to}`,
    `npm run -s derin -- assignment calibrate ${to}`,
    'npm start publishes it',
  ];
  answer(json, { id: to, next }, () => [
    `${to} is a copy of ${from}. Next:`,
    ...next.map((line) => `  ${line}`),
  ]);
  return 0;
}

async function assignmentsOf(id: string | null): Promise<Assignment[]> {
  const { assignments, faults } = await loadBank(BANK_FOLDER, { generators: false });
  const chosen = assignments.filter((a) => id === null || a.id === id);
  if (chosen.length > 0) return chosen;
  const fault = faults.find(({ file }) => file.startsWith(`assignments/${id}/`));
  if (fault)
    throw refuse('cli.faultyAssignment', { file: fault.file, line: fault.line, problem: fault.message.en });
  throw refuse('cli.unknownAssignment', { id: id ?? '', known: assignments.map((a) => a.id).join(', ') });
}

async function withHost<T>(work: (host: HostClient, engines: EngineId[]) => Promise<T>): Promise<T> {
  const host = startCalibration();
  try {
    const { engines } = await requireProof(host);
    return await work(
      host,
      engines.flatMap(({ id, usable }) => (usable ? [id] : [])),
    );
  } finally {
    await host.stop();
  }
}

/** The same bits on every machine are worth a quarter more time: an engine without them comes first only when it is clearly faster. */
const CLEARLY_FASTER = 1.25;

/** Engines by the training time of the reference, the better of two each: the first one also warms the machine. */
async function timeEngines(
  host: HostClient,
  assignment: Assignment,
  source: string,
  engines: EngineId[],
): Promise<EngineId[]> {
  const times: { id: EngineId; ms: number }[] = [];
  for (const id of engines) {
    const runs = await runTrial(host, assignment, source, { engine: id, trainings: 2, onRun: () => {} });
    times.push({ id, ms: Math.min(...runs.map(({ trainMs }) => trainMs)) });
    say(`${assignment.id} engine ${id}: ${times.at(-1)!.ms} ms`);
  }
  const rank = ({ id, ms }: (typeof times)[number]) => (id === FALLBACK_ENGINE ? ms / CLEARLY_FASTER : ms);
  return times.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id);
}

async function trialRows(
  host: HostClient,
  assignment: Assignment,
  ofReference: number,
  ofWrong: number,
): Promise<TrialRow[]> {
  const trials = readTrials(assignment.id);
  if (trials[0]?.kind !== 'reference' || trials.length < 2)
    throw refuse('cli.trialsMissing', { id: assignment.id });
  const rows: TrialRow[] = [];
  for (const trial of trials) {
    const trainings = trial.kind === 'reference' ? ofReference : ofWrong;
    const onRun = (run: TrialRun) =>
      say(
        `${assignment.id} ${trial.name} ${run.seed}/${trainings}: ${run.points} points, ${run.metric ?? run.outcome}, ${(run.trainMs / 1000).toFixed(1)} s`,
      );
    const runs = await runTrial(host, assignment, trial.source, {
      engine: assignment.engine ?? FALLBACK_ENGINE,
      trainings,
      onRun,
    });
    rows.push(rowOf(trial, runs));
  }
  return rows;
}

function advice({ band }: Assignment, recommended: Recommendation | null): string[] {
  const points = (b: Assignment['band']) =>
    b.map((p) => `${p.value.toPrecision(4)} → ${p.points}`).join(', ');
  if (!recommended)
    return [
      `band now: ${points(band)}`,
      'No band can tell the reference from a wrong submission: make the task harder for the wrong one, or add a gate.',
    ];
  // A normal fit of so few trainings says nothing about rarer things.
  const percent = (p: number) => (p < 1e-3 ? 'below 0.1 %' : `${(100 * p).toPrecision(2)} %`);
  return [
    `band now:         ${points(band)}`,
    `band recommended: ${points(recommended.band)}`,
    `chance that a submission as good as the reference fails: ${percent(recommended.falseFail)} (from this many trainings alone: at most ${percent(recommended.falseFailAtMost)} for a single one)`,
    `chance that a wrong one passes: ${percent(recommended.falsePass)}${recommended.nearest ? ` (${recommended.nearest})` : ''}`,
  ];
}
