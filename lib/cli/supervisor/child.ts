import { spawn, type ChildProcess } from 'node:child_process';

const RESTART_MS_MAX = 10_000;
const STOP_MS_MAX = 15_000;

/** A process that is restarted when it dies, at growing intervals, until it is told to stop. */
export class Child {
  readonly #name: string;
  readonly #command: string[];
  readonly #env: Record<string, string>;
  #process: ChildProcess | null = null;
  #stopping = false;
  #restarts = 0;

  constructor(name: string, command: string[], env: Record<string, string>) {
    this.#name = name;
    this.#command = command;
    this.#env = env;
  }

  start(): void {
    const startedAt = performance.now();
    // A process group of its own: Ctrl+C reaches only the supervisor, which stops the others in order.
    this.#process = spawn(process.execPath, this.#command, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...this.#env }, detached: true });
    this.#process.on('exit', (code, signal) => {
      if (this.#stopping) return;
      if (performance.now() - startedAt > 60_000) this.#restarts = 0;
      const waitMs = Math.min(RESTART_MS_MAX, 250 * 2 ** this.#restarts++);
      process.stderr.write(`${this.#name} ended (${signal ?? code}); starting it again in ${waitMs} ms\n`);
      setTimeout(() => !this.#stopping && this.start(), waitMs);
    });
  }

  /** Asks the process to end; after 15 s its whole group is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => killGroup(child), STOP_MS_MAX);
    await ended;
    clearTimeout(timer);
  }
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
