import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Starts the product as `npm start` does, on a fresh data folder, and keeps the accounts it announces for the tests. */
export const ACCOUNTS_FILE = path.resolve(import.meta.dirname, '../.output/accounts.json');
const START_MS_MAX = 180_000;

export default async function startServer(): Promise<() => Promise<void>> {
  const data = mkdtempSync(path.join(tmpdir(), 'derin-e2e-'));
  const child = spawn(process.execPath, ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'lib/cli/supervisor.ts'], {
    env: { ...process.env, DERIN_DATA: data, PORT: '3210', HOST: '127.0.0.1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = await new Promise<string>((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`the server did not start: ${text}`)), START_MS_MAX);
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!/joinCode\s+\S+/.test(text)) return;
      clearTimeout(timer);
      resolve(text);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
  const accounts = Object.fromEntries([...output.matchAll(/^ {2}(\w+) +(\S*) +(\S+)$/gm)].map(([, role, email, password]) => [email || role!, password!]));
  mkdirSync(path.dirname(ACCOUNTS_FILE), { recursive: true });
  writeFileSync(ACCOUNTS_FILE, JSON.stringify(accounts));
  return async () => {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(data, { recursive: true, force: true });
  };
}
