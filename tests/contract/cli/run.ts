import { spawn } from 'node:child_process';

export type Run = { code: number | null; stdout: string; stderr: string };

/** The command line as people start it, on the product's Node, in the data folder of this test file. */
export function derin(...args: string[]): Promise<Run> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'lib/cli/derin.ts', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

/** The one JSON document on stdout; throws when there is none, or more than one line. */
export function documentOf({ stdout }: Run): unknown {
  const lines = stdout.split('\n');
  if (lines.length !== 2 || lines[1] !== '')
    throw new Error(`${lines.length - 1} lines on stdout: ${stdout.slice(0, 500)}`);
  return JSON.parse(lines[0]!);
}
