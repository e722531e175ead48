import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareData, type Prepared } from '#lib/cli/supervisor/prepare.ts';
import { config } from '#lib/config/config.ts';
import { closeDatabase } from '#lib/data/database.ts';

/** The product on data of its own. */
export type Installation = Prepared & {
  folder: string;
  start(command: string[], env?: Record<string, string>): ChildProcess;
};

/** What the modules of the server need outside Next. */
export const SERVER_FLAGS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'];

/**
 * Runs `work` on a fresh installation in a temporary folder, as the first `npm start` makes it, and takes everything away afterwards:
 * the processes it started and the folder, also when this process is told to stop.
 */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-bench-'));
  process.env.DERIN_DATA = folder;
  const children: ChildProcess[] = [];
  const start = (command: string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    children.push(child);
    return child;
  };
  const clear = () => {
    children.forEach((child) => child.kill('SIGKILL'));
    rmSync(folder, { recursive: true, force: true });
  };
  const quit = () => process.exit(130);
  process.on('exit', clear).on('SIGINT', quit).on('SIGTERM', quit);
  try {
    return await work({ ...(await prepareData(config())), folder, start });
  } finally {
    await Promise.all(children.map(stop));
    closeDatabase();
    clear();
    process.off('exit', clear).off('SIGINT', quit).off('SIGTERM', quit);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
