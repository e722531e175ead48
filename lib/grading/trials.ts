import 'server-only';
import { createHash } from 'node:crypto';
import { runOf, type TrialRun } from '#lib/core/assignments/calibration/trial.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { EngineId } from '#lib/core/engines.ts';
import { LANGS } from '#lib/core/lang.ts';
import { startGrading, type HostClient } from './host.ts';

/** Open to everybody on purpose: figures made with it can be made again. No course's hidden data come from it. */
const SECRET = createHash('sha256').update('derin calibration').digest('hex');
/** Hidden data of this many terms, and of each language, take turns, so that no figure leans on one draw of them. */
const TERMS = 3;

export const startCalibration = (): HostClient => startGrading({ hiddenSecretHex: SECRET, warmBoxes: 2 });

export type TrialOptions = { engine: EngineId; trainings: number; onRun: (run: TrialRun) => void };

/** Trains a submission with the seeds 1, 2, 3 …, each as a submission of its own. Throws when the grader fails. */
export async function runTrial(
  host: HostClient,
  assignment: Assignment,
  source: string,
  { engine, trainings, onRun }: TrialOptions,
): Promise<TrialRun[]> {
  const runs: TrialRun[] = [];
  for (let seed = 1; seed <= trainings; seed++) {
    const term = `calibration-${((seed - 1) % TERMS) + 1}`;
    const report = await host.grade({
      id: `trial-${seed}`,
      assignment: { ...assignment, noise: null },
      term,
      lang: LANGS[(seed - 1) % LANGS.length]!,
      language: 'tfjs',
      source,
      seeds: [seed],
      engine,
    });
    const run = runOf(report, seed, term);
    runs.push(run);
    onRun(run);
  }
  return runs;
}
