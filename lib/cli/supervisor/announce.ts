import { reachable, type Config } from '#lib/config/config.ts';
import type { FirstAccount } from '#lib/services/seed.ts';
import { gradingState } from '#lib/services/grading/state.ts';

const WAIT_MS_MAX = 60_000;

/** Waits for the first served page and the isolation proof, then says where to go and what is in force. */
export async function announce(settings: Config, accounts: FirstAccount[] | null, began: number): Promise<void> {
  await firstPage(`http://${reachable(settings.host, '127.0.0.1')}:${settings.port}/login`);
  print(`Derin is ready after ${((performance.now() - began) / 1000).toFixed(1)} s:  ${settings.url}`);
  for (const line of await gradingLines(began)) print(line);
  if (accounts) printAccounts(accounts);
}

async function firstPage(url: string): Promise<void> {
  const deadline = Date.now() + WAIT_MS_MAX;
  while (Date.now() < deadline) {
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null);
    if (response && response.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The web server did not answer within a minute; its own messages above say why.');
}

/** The proof is made by the worker after this start; an older one says nothing about now. */
async function gradingLines(began: number): Promise<string[]> {
  const since = Date.now() - (performance.now() - began);
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const state = gradingState();
    if (state && state.at >= since) {
      const engines = state.engines.filter((e) => e.usable).map((e) => e.id);
      return [
        `Isolation: ${state.proven ? 'proven' : 'NOT proven, code grading is off'} (${state.detail})`,
        `Engine: ${engines.length ? engines.join(', ') : 'none usable'}`,
      ];
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return ['Isolation: no proof yet, code grading is off until there is one', 'Engine: unknown'];
}

function printAccounts(accounts: FirstAccount[]): void {
  print('\nAccounts of the ready-made course (shown once; change the passwords after the first log-in):');
  for (const a of accounts) print(`  ${a.role.padEnd(10)}  ${a.email.padEnd(24)}  ${a.password}`);
  print('');
}

const print = (line: string) => process.stdout.write(`${line}\n`);
