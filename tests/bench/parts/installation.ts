import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareData, type Prepared } from '#lib/cli/supervisor/prepare.ts';
import { config } from '#lib/config/config.ts';
import { closeDatabase } from '#lib/data/database.ts';

/** The product on data of its own. */
export type Installation = Prepared & {
  folder: string;
  /** Starts a Node process of the product; its standard output is for the caller to read. */
  start(command: string[], env?: Record<string, string>): ChildProcess;
};

/** What the modules of the server need outside Next. */
export const SERVER_FLAGS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'];

const STOP_MS_MAX = 15_000;

/**
 * Runs `work` on a fresh installation in a temporary folder, as the first `npm start` makes it, and takes everything away afterwards:
 * the processes it started and the folder, also when this process is told to stop. Rejects when one of the processes ends before.
 */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-bench-'));
  process.env.DERIN_DATA = folder;
  const children = new Children();
  const clear = () => {
    children.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const quit = () => process.exit(130);
  process.on('exit', clear).on('SIGINT', quit).on('SIGTERM', quit);
  try {
    const prepared = await prepareData(config());
    const start: Installation['start'] = (command, env) => children.start(command, env);
    return await Promise.race([work({ ...prepared, folder, start }), children.death]);
  } finally {
    await children.stop();
    closeDatabase();
    clear();
    // `clear` stays for the exit: work that was given up may still write into the folder.
    process.off('SIGINT', quit).off('SIGTERM', quit);
  }
}

class Children {
  readonly death: Promise<never>;
  readonly #all: ChildProcess[] = [];
  readonly #died = Promise.withResolvers<never>();
  #isStopping = false;

  constructor() {
    this.death = this.#died.promise;
    this.death.catch(() => {});
  }

  start(command: string[], env: Record<string, string> = {}): ChildProcess {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    child.once('exit', (code, signal) => {
      if (!this.#isStopping) this.#died.reject(new Error(`${command.join(' ')} ended (${signal ?? code})`));
    });
    this.#all.push(child);
    return child;
  }

  /** Lets them end in order; who needs longer is left to `kill`. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const gone = this.#running().map((child) => once(child, 'exit'));
    this.#running().forEach((child) => child.kill('SIGTERM'));
    await Promise.race([Promise.all(gone), sleep(STOP_MS_MAX, undefined, { ref: false })]);
  }

  kill(): void {
    this.#running().forEach((child) => child.kill('SIGKILL'));
  }

  #running(): ChildProcess[] {
    return this.#all.filter((child) => child.exitCode === null && child.signalCode === null);
  }
}
