import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { receiveMessages, sendMessage } from '#graders/protocol/channel.ts';
import { hostEventSchema, type HostEvent, type HostRequest, type Proof } from '#graders/protocol/host.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';

export type Hello = Omit<Extract<HostRequest, { kind: 'hello' }>, 'kind'>;
export type GradeRequest = Omit<Extract<HostRequest, { kind: 'grade' }>, 'kind'>;
export type GradeEvent = Extract<HostEvent, { kind: 'stage' | 'epoch' | 'output' }>;

export type HostOptions = {
  hello: Hello;
  /** Each proof, also the one of a host that was started again. */
  onProof?: (proof: Proof) => void;
  /** A line of the host's log. */
  onLog?: (line: string) => void;
};

/** The host went away while it had the job; nothing of the job runs any more, and it may be graded again. */
export class HostDied extends Error {
  override readonly name = 'HostDied';
}
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

type Job = {
  onEvent: (event: GradeEvent) => void;
  resolve: (report: SubmissionReport) => void;
  reject: (error: Error) => void;
};

/** Starts the grader host as a child of this process. Nothing is thrown when it cannot start: jobs are then rejected. */
export const startHost = (options: HostOptions): HostClient => new HostClient(options);

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const BASH = '/bin/bash';
/** The host starts with three descriptors, whatever this process was started with. */
const SWEEP =
  'for f in /proc/self/fd/*; do n=${f##*/}; case $n in [0-2]) ;; *) eval "exec $n>&-" ;; esac; done; exec "$@"';
const RESTART_AFTER_MS = [200, 1000, 5000, 30_000];

export class HostClient {
  /** The latest proof; null before the first one, and while the host is down. */
  proof: Proof | null = null;
  readonly #options: HostOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #cancels = new Map<string, (() => void)[]>();
  #proofWaiters: ((proof: Proof) => void)[] = [];
  #child: ChildProcess;
  #failures = 0;
  #isStopping = false;
  #restart: NodeJS.Timeout | null = null;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#child = this.#start();
  }

  /** Resolves with the report. Rejects with `HostDied`, with `JobCancelled`, or for an id that is already being graded. */
  grade(job: GradeRequest, onEvent: (event: GradeEvent) => void = () => {}): Promise<SubmissionReport> {
    if (this.#jobs.has(job.id)) return Promise.reject(new Error(`job ${job.id} is already being graded`));
    if (!this.#isUp()) return Promise.reject(new HostDied('the grader host is not running'));
    return new Promise((resolve, reject) => {
      this.#jobs.set(job.id, { onEvent, resolve, reject });
      this.#send({ kind: 'grade', ...job });
    });
  }

  /** Resolves when nothing of the job runs any more; its `grade` then rejects with `JobCancelled`, unless its report came first. */
  cancel(id: string): Promise<void> {
    if (!this.#isUp()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#cancels.set(id, [...(this.#cancels.get(id) ?? []), resolve]);
      this.#send({ kind: 'cancel', id });
    });
  }

  /** A new proof. Waits for a host that is being started again. */
  prove(): Promise<Proof> {
    this.#send({ kind: 'prove' });
    return this.nextProof();
  }

  /** The proof that comes next: the first one of a host just started. */
  nextProof(): Promise<Proof> {
    return new Promise((resolve) => this.#proofWaiters.push(resolve));
  }

  /** Ends the host and its boxes; jobs still there are rejected with `HostDied`. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#restart) clearTimeout(this.#restart);
    if (!this.#isUp()) return;
    const gone = new Promise<void>((resolve) => this.#child.once('close', () => resolve()));
    this.#child.stdin?.end();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(timer);
  }

  #isUp(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#child.pid !== undefined;
  }

  #send(request: HostRequest): void {
    if (this.#isUp()) sendMessage(this.#child.stdin!, request);
  }

  #start(): ChildProcess {
    const node = [process.execPath, '--disable-warning=ExperimentalWarning', MAIN];
    const [file, ...args] = existsSync(BASH) ? [BASH, '--norc', '-c', SWEEP, 'host', ...node] : node;
    const child = spawn(file!, args, { stdio: ['pipe', 'pipe', 'pipe'], env: environment() });
    let isOver = false;
    const over = (why: string) => {
      if (!isOver) this.#died(why);
      isOver = true;
    };
    child.once('error', (error) => over(error.message));
    child.once('close', (code, signal) => over(`exit ${code ?? signal}`));
    child.stdin.on('error', () => {});
    child.stderr.setEncoding('utf8').on('data', (text: string) => this.#log(text));
    this.#listen(child).catch((error: unknown) => {
      this.#log(String(error));
      child.kill('SIGKILL');
    });
    sendMessage(child.stdin, { kind: 'hello', ...this.#options.hello } satisfies HostRequest);
    return child;
  }

  async #listen(child: ChildProcess): Promise<void> {
    for await (const message of receiveMessages(child.stdout!)) this.#take(hostEventSchema.parse(message));
  }

  #take(event: HostEvent): void {
    if (event.kind === 'proof') this.#takeProof(event.proof);
    else if (event.kind === 'cancelled') this.#takeCancelled(event.id);
    else if (event.kind === 'report') this.#settle(event.id)?.resolve(event.report);
    else this.#jobs.get(event.id)?.onEvent(event);
  }

  #takeProof(proof: Proof): void {
    this.#failures = 0;
    this.proof = proof;
    this.#proofWaiters.splice(0).forEach((resolve) => resolve(proof));
    this.#options.onProof?.(proof);
  }

  #takeCancelled(id: string): void {
    this.#settle(id)?.reject(new JobCancelled(id));
    this.#cancels.get(id)?.forEach((resolve) => resolve());
    this.#cancels.delete(id);
  }

  #settle(id: string): Job | undefined {
    const job = this.#jobs.get(id);
    this.#jobs.delete(id);
    return job;
  }

  #died(why: string): void {
    this.proof = null;
    for (const id of this.#jobs.keys())
      this.#settle(id)?.reject(new HostDied(`the grader host died (${why})`));
    [...this.#cancels.values()].flat().forEach((resolve) => resolve());
    this.#cancels.clear();
    if (this.#isStopping) return;
    this.#log(`the grader host died (${why}); starting another`);
    const delay = RESTART_AFTER_MS[Math.min(this.#failures++, RESTART_AFTER_MS.length - 1)]!;
    this.#restart = setTimeout(() => (this.#child = this.#start()), delay);
  }

  #log(text: string): void {
    text
      .split('\n')
      .filter(Boolean)
      .forEach((line) => this.#options.onLog?.(line));
  }
}

/** What the host needs of our environment; secrets of the web stay here. */
function environment(): NodeJS.ProcessEnv {
  const { PATH = '/usr/bin:/bin', TMPDIR } = process.env;
  return { PATH, NODE_ENV: 'production', ...(TMPDIR === undefined ? {} : { TMPDIR }) };
}
