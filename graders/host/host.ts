import type { HostEvent, HostRequest, Proof } from '#graders/protocol/host.ts';
import { jobsAtOnce } from '#graders/protocol/jobs-at-once.ts';
import { ENGINE_IDS, FALLBACK_ENGINE, isAccelerated, resolveEngine, type EngineId } from '#lib/core/engines.ts';
import { inspectMachine, type Inspection } from '#graders/sandbox/machine.ts';
import { proveIsolation } from '#graders/sandbox/proof.ts';
import { Slots } from '#graders/sandbox/slots.ts';
import { DataSets } from './data.ts';
import { gradeJob } from './grader.ts';
import type { GradeJob } from './job.ts';
import { EnginePools, type EngineState } from './engine-pools.ts';
import type { Pool, Purpose } from './pool.ts';

type Hello = Extract<HostRequest, { kind: 'hello' }>;

/** What was true at start may not stay so: a system update can switch user namespaces off. */
const PROVE_AGAIN_MS = 10 * 60 * 1000;
/** One switch for a whole installation, to compare with. */
const IS_PLAIN = process.env['DERIN_PLAIN'] === '1';
/** A machine that was too busy at the start is not held against it for long. */
const PROVE_SOON_MS = 60 * 1000;

/**
 * The grader host between its channel and its boxes: proves isolation, keeps boxes warm, takes jobs in order, a few at a time. While
 * isolation is not proven it starts no box for a student and answers every job as a failure of ours.
 */
export class Host {
  readonly #emit: (event: HostEvent) => void;
  readonly #log: (line: string) => void;
  readonly #inspection: Inspection = inspectMachine();
  readonly #slots = new Slots(process.getuid?.() === 0);
  readonly #data: DataSets;
  readonly #queue: GradeJob[] = [];
  readonly #running = new Map<string, { abort: AbortController; over: Promise<void> }>();
  #timer: NodeJS.Timeout | null = null;
  readonly #pools: EnginePools | null;
  #isClosed = false;
  #proof: Promise<Proof>;

  constructor(hello: Hello, emit: (event: HostEvent) => void, log: (line: string) => void) {
    this.#emit = emit;
    this.#log = log;
    this.#data = new DataSets(hello.assignmentsFolder, hello.hiddenSecretHex);
    this.#pools = this.#inspection.ok
      ? new EnginePools(this.#inspection.machine, this.#slots, hello.warmBoxes)
      : null;
    this.#proof = this.#prove();
  }

  /** Runs the canary boxes again and tells the result. */
  prove(): Promise<Proof> {
    this.#proof = this.#proof.then(() => this.#prove());
    return this.#proof;
  }

  grade(job: GradeJob): void {
    this.#queue.push(job);
    this.#next();
  }

  /** Answers when nothing of the job runs any more, also for a job that is unknown or over. */
  async cancel(id: string): Promise<void> {
    const at = this.#queue.findIndex((job) => job.id === id);
    if (at >= 0) this.#queue.splice(at, 1);
    const running = this.#running.get(id);
    running?.abort.abort();
    await running?.over;
    this.#emit({ kind: 'cancelled', id });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#queue.length = 0;
    this.#running.forEach(({ abort }) => abort.abort());
    await Promise.all([...this.#running.values()].map(({ over }) => over));
    await this.#proof;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#pools?.close();
  }

  async #prove(): Promise<Proof> {
    const [isolation, states] = await Promise.all([
      proveIsolation(this.#inspection, this.#slots),
      this.#pools?.check() ?? [],
    ]);
    const proof: Proof = { ...isolation, engines: isolation.proven ? states : ENGINE_IDS.map(unproven) };
    if (!proof.proven)
      this.#log(
        `isolation not proven: ${JSON.stringify(proof.checks.filter(({ status }) => status === 'failed'))}`,
      );
    this.#emit({ kind: 'proof', proof });
    this.#proveLater(proof.proven ? PROVE_AGAIN_MS : PROVE_SOON_MS);
    return proof;
  }

  #proveLater(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.prove(), ms);
  }

  #next(): void {
    while (this.#running.size < jobsAtOnce() && this.#queue.length > 0) {
      const job = this.#queue.shift()!;
      const abort = new AbortController();
      const over = this.#run(job, abort.signal).finally(() => {
        this.#running.delete(job.id);
        this.#next();
      });
      this.#running.set(job.id, { abort, over });
    }
  }

  async #run(job: GradeJob, signal: AbortSignal): Promise<void> {
    const proof = await this.#proof;
    const engine = engineOf(proof, job);
    const isPlain = IS_PLAIN || job.plain === true;
    const parts = {
      pool: (purpose: Purpose) => this.#openedPool(proof, { ...engine, isPlain }, purpose),
      path: isPlain || !isAccelerated(engine.id) ? ('plain' as const) : ('accelerated' as const),
      data: this.#data,
      engine: engine.id,
      isolation: proof.isolation,
      log: this.#log,
    };
    try {
      this.#emit({ kind: 'report', id: job.id, report: await gradeJob(parts, job, this.#emit, signal) });
    } catch (error) {
      // A cancelled job has no report; its end is told by `cancelled`.
      if (!signal.aborted) this.#log(`job ${job.id} ended without a report: ${String(error)}`);
    }
  }

  /** Inside a job, so that a refusal becomes the report `graderFailed`. */
  async #openedPool(proof: Proof, engine: Choice & { isPlain: boolean }, purpose: Purpose): Promise<Pool> {
    if (!proof.proven) throw new Error('isolation is not proven: no box is started for a student');
    if (!this.#pools || engine.why !== null)
      throw new Error(`engine ${engine.id}: ${engine.why ?? 'no boxes'}`);
    // A stranger's model never meets native code: every model is judged by the fallback.
    return this.#pools.of(purpose === 'score' ? FALLBACK_ENGINE : engine.id, engine.isPlain);
  }
}

type Choice = { id: EngineId; why: string | null };

function engineOf(proof: Proof, { engine, assignment }: GradeJob): Choice {
  const usable = new Set(proof.engines.filter((each) => each.usable).map(({ id }) => id));
  const resolved = resolveEngine(engine, assignment, usable);
  if (resolved.ok) return { id: resolved.value, why: null };
  const id = engine === 'auto' ? FALLBACK_ENGINE : engine;
  return { id, why: proof.engines.find((each) => each.id === id)?.why ?? 'it was not looked for' };
}

const unproven = (id: EngineId): EngineState => ({
  id,
  usable: false,
  why: 'isolation is not proven',
  detail: null,
});
