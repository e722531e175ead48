import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BANK_FOLDER, loadBank } from '#lib/content/bank.ts';
import { startGrading, type HostClient } from '#lib/grading/host.ts';
import { answer, CommandError } from '../output.ts';
import { ensureSecrets } from '../supervisor/secrets.ts';
import { config } from '#lib/config/config.ts';

const SOURCE_BYTES_MAX = 256 * 1024;
type Options = { json: boolean; seed: number | null; seeds: number | null; engine: 'auto' | 'wasm'; term: string };

/** `grade <assignment> <file>`: the same boxes, hidden data and judge as a submission in the web application, without the database. */
export async function gradeCommand(id: string, file: string, options: Options): Promise<number> {
  const assignment = (await loadBank(BANK_FOLDER, { generators: false })).assignments.find((a) => a.id === id);
  if (!assignment) throw new CommandError(`There is no assignment "${id}".`);
  const source = readSource(file);
  const seeds = options.seed === null ? assignment.seeds.slice(0, options.seeds ?? assignment.seeds.length) : [options.seed];
  const host = startGrading({ hiddenSecretHex: hiddenSecret(), warmBoxes: 1 });
  try {
    const proof = await host.prove();
    if (!proof.proven) throw new CommandError(`Code grading is off: ${proof.checks.filter((c) => c.status === 'failed' || c.status === 'off').map((c) => c.detail).join('; ')}`);
    const report = await host.grade({ id: 'cli', assignment, term: options.term, language: 'tfjs', source, seeds, engine: options.engine });
    answer(options.json, report, () => [`${report.outcome}${report.score === null ? '' : `: ${report.score} / 100`}`, ...(report.message ? [report.message.en] : []), ...report.metrics.map((m) => `${m.name}: ${m.value}`), ...report.gates.map((g) => `${g.passed ? 'ok  ' : 'FAIL'} ${g.en}`), ...report.feedback.map((f) => f.en)]);
    return report.outcome === 'graderFailed' ? 1 : 0;
  } finally {
    await host.stop();
  }
}

function readSource(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile()) throw new CommandError(`There is no file ${file}.`);
  if (statSync(file).size > SOURCE_BYTES_MAX) throw new CommandError(`${path.basename(file)} is larger than ${SOURCE_BYTES_MAX / 1024} KiB, the most a submission may have.`);
  return readFileSync(file, 'utf8');
}

/** The installation's own secret where there is one, so the hidden data are those of its submissions; else a fresh one. */
function hiddenSecret(): string {
  const { dataFolder } = config();
  return existsSync(path.join(dataFolder, 'secrets.json')) ? ensureSecrets(dataFolder).hiddenData : randomBytes(32).toString('hex');
}

/** `doctor`: proves the isolation now, with canary boxes and their positive controls. */
export async function doctorCommand({ json }: { json: boolean }): Promise<number> {
  const host: HostClient = startGrading({ hiddenSecretHex: randomBytes(32).toString('hex'), warmBoxes: 0 });
  try {
    const proof = await host.prove();
    answer(json, { ok: proof.proven, checks: proof.checks, engines: proof.engines, isolation: proof.isolation }, () => [...proof.checks.map((c) => `${c.status.padEnd(8)} ${c.id}: ${c.detail}`), ...proof.engines.map((e) => `${e.usable ? 'ok' : 'off'.padEnd(8)} engine ${e.id}${e.why ? `: ${e.why}` : ''}`)]);
    return proof.proven ? 0 : 1;
  } finally {
    await host.stop();
  }
}
