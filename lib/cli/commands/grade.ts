import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { config } from '#lib/config/config.ts';
import { BANK_FOLDER, loadBank } from '#lib/content/bank.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { Lang } from '#lib/core/lang.ts';
import { SOURCE_BYTES_MAX, sourceProblem } from '#lib/core/assignments/source.ts';
import { startGrading, type GradeRequest, type HostClient, type Proof } from '#lib/grading/host.ts';
import { answer, refuse } from '../output.ts';
import { ensureSecrets } from '../supervisor/secrets.ts';

type Options = {
  json: boolean;
  seed: number | null;
  seeds: number | null;
  engine: GradeRequest['engine'];
  plain: boolean;
  term: string;
  lang: Lang;
};

/** `grade <assignment> <file>`: the same boxes, hidden data and judge as a submission in the web application, without the database. */
export async function gradeCommand(id: string, file: string, options: Options): Promise<number> {
  const { assignments } = await loadBank(BANK_FOLDER, { generators: false });
  const assignment = assignments.find((a) => a.id === id);
  if (!assignment)
    throw refuse('cli.unknownAssignment', { id, known: assignments.map((a) => a.id).join(', ') });
  const language = file.endsWith('.py') ? 'keras' : 'tfjs';
  if (!assignment.languages.includes(language)) throw refuse('code.wrongLanguage');
  const source = readSource(file);
  const host = startGrading({ hiddenSecretHex: hiddenSecret(), warmBoxes: 1 });
  try {
    const { term, lang, engine, plain } = options;
    requireEngine(await requireProof(host), engine);
    const report = await host.grade({
      id: 'cli',
      // Whoever names the seeds gets those and no others.
      assignment: options.seed === null && options.seeds === null ? assignment : { ...assignment, noise: null },
      term,
      lang,
      language,
      source,
      seeds: seedsOf(assignment, options),
      engine,
      plain,
    });
    answer(options.json, report, () => [
      `${report.outcome}${report.score === null ? '' : `: ${report.score} / 100`}`,
      ...(report.message ? [report.message.en] : []),
      ...report.metrics.map((m) => `${m.name}: ${m.value}`),
      ...report.gates.map((g) => `${g.passed ? 'ok  ' : 'FAIL'} ${g.en}`),
      ...report.feedback.map((f) => f.en),
    ]);
    return report.outcome === 'graderFailed' ? 1 : 0;
  } finally {
    await host.stop();
  }
}

/** The seeds of the assignment, and for more runs than it has the numbers that follow its largest. */
function seedsOf({ seeds }: Assignment, { seed, seeds: count }: Options): number[] {
  if (seed !== null) return Array.from({ length: count ?? 1 }, (_, i) => seed + i);
  const more = Array.from(
    { length: Math.max(0, (count ?? 0) - seeds.length) },
    (_, i) => Math.max(...seeds) + 1 + i,
  );
  return [...seeds.slice(0, count ?? seeds.length), ...more];
}

function readSource(file: string): string {
  const size = sizeOf(file);
  // What is too large is not read at all.
  const source = size > SOURCE_BYTES_MAX ? null : readText(file);
  const problem = source === null ? 'code.tooLarge' : sourceProblem(source);
  if (problem) throw refuse(problem);
  return source!;
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw refuse('cli.unreadableFile', { file, reason: found ? 'EISDIR' : 'ENOENT' });
  return found.size;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw refuse('cli.unreadableFile', { file, reason: (error as NodeJS.ErrnoException).code ?? 'EIO' });
  }
}

/** The proof of a host just started; a refusal when the isolation is not proven. */
export async function requireProof(host: HostClient): Promise<Proof> {
  const proof = await host.nextProof();
  const { proven, checks } = proof;
  const reason = checks
    .flatMap(({ status, detail }) => (status === 'failed' || status === 'off' ? [detail] : []))
    .join('; ');
  if (!proven) throw refuse('cli.gradingOff', { reason });
  return proof;
}

function requireEngine({ engines }: Proof, wanted: Options['engine']): void {
  const unusable = engines.find(({ id, usable }) => id === wanted && !usable);
  if (unusable) throw refuse('cli.engineNotUsable', { engine: unusable.id, reason: unusable.why ?? '' });
}

/** The installation's own secret where there is one, so the hidden data are those of its submissions; else a fresh one. */
function hiddenSecret(): string {
  const { dataFolder } = config();
  return existsSync(path.join(dataFolder, 'secrets.json'))
    ? ensureSecrets(dataFolder).hiddenData
    : randomBytes(32).toString('hex');
}

/** `doctor`: proves the isolation now, with canary boxes and their positive controls. */
export async function doctorCommand({ json }: { json: boolean }): Promise<number> {
  const host: HostClient = startGrading({ hiddenSecretHex: randomBytes(32).toString('hex'), warmBoxes: 0 });
  try {
    const proof = await host.nextProof();
    answer(
      json,
      { ok: proof.proven, checks: proof.checks, engines: proof.engines, isolation: proof.isolation },
      () => [
        ...proof.checks.map((c) => `${c.status.padEnd(8)} ${c.id}: ${c.detail}`),
        ...proof.engines.map(
          ({ id, usable, why, detail }) =>
            `${(usable ? 'ok' : 'off').padEnd(8)} engine ${id}: ${why ?? detail}`,
        ),
      ],
    );
    return proof.proven ? 0 : 1;
  } finally {
    await host.stop();
  }
}
