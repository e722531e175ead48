import { spawn, type StdioOptions } from 'node:child_process';
import path from 'node:path';
import type { Variant } from '../variant.ts';

/** Node marks descriptors 0 to 16 and what follows them without a gap as not to be passed on, when it starts: one behind a gap keeps what it was. */
const BEHIND_A_GAP = 200;

/** Runs a program of this folder as another host would be run, with the same checks edited out; what it prints. */
export function runElsewhere(
  program: 'prove' | 'start' | 'lonely',
  variant: Variant,
  {
    under = [],
    fd,
    env = process.env,
  }: { under?: readonly string[]; fd?: number; env?: NodeJS.ProcessEnv } = {},
) {
  const script = path.join(import.meta.dirname, `${program}.ts`);
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', script, variant.guards.join()];
  const [file, ...args] = [...under, ...node];
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  if (fd !== undefined) stdio.push(...Array.from({ length: BEHIND_A_GAP - 3 }, () => 'ignore' as const), fd);
  const child = spawn(file!, args, { stdio, env });
  let said = '';
  child.stdout!.on('data', (text) => (said += text));
  child.stderr!.on('data', (text) => (said += text));
  const over = new Promise<string>((resolve) => child.once('close', () => resolve(said.trim())));
  return { child, over };
}

export const guardsOf = (argument: string | undefined): never[] =>
  (argument ?? '').split(',').filter(Boolean) as never[];
