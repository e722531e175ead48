import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Every suite in turn; the last line sums them up. Arguments name the suites to run; without any, all run. */
type Sum = { passed: number; failed: number; skipped: number };
type Suite = { name: string; run: () => Promise<Sum> };

const OUTPUT = 'tests/.output';
const bin = (name: string) => path.join('node_modules', '.bin', name);
const NOTHING: Sum = { passed: 0, failed: 0, skipped: 0 };

const SUITES: Suite[] = [
  { name: 'types', run: () => check(process.execPath, bin('tsc'), '--noEmit') },
  {
    name: 'lint',
    run: () =>
      check(
        process.execPath,
        bin('oxlint'),
        '-c',
        'tests/oxlint.json',
        // Programs of students: functions that nothing calls are what they are for.
        '--ignore-pattern',
        'question-bank/assignments/**/*.js',
        ...folders('app', 'lib', 'graders', 'drizzle', 'question-bank', 'tests'),
      ),
  },
  {
    name: 'layers',
    run: () =>
      check(
        process.execPath,
        bin('depcruise'),
        '--config',
        'tests/layers.cjs',
        ...folders('app', 'lib', 'graders', 'drizzle', 'question-bank'),
      ),
  },
  { name: 'unit', run: () => vitest() },
  { name: 'attacks', run: () => counted('tests/attacks/attacks.ts', '--short') },
  { name: 'mutation', run: () => counted('tests/attacks/mutation.ts', '--short') },
  { name: 'browser', run: () => browser() },
];

/** Folders that hold at least something. */
const folders = (...names: string[]) => names.filter((name) => existsSync(name));

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.some((s) => s.name === name));
if (unknown.length) {
  process.stderr.write(
    `No such suite: ${unknown.join(', ')}. Suites: ${SUITES.map((s) => s.name).join(', ')}\n`,
  );
  process.exit(2);
}

const total = { ...NOTHING };
mkdirSync(OUTPUT, { recursive: true });
for (const suite of SUITES.filter((s) => !wanted.length || wanted.includes(s.name))) {
  process.stdout.write(`\n── ${suite.name}\n`);
  const sum = await suite.run();
  total.passed += sum.passed;
  total.failed += sum.failed;
  total.skipped += sum.skipped;
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed ? 1 : 0);

/** A tool that passes or fails as a whole counts as one test. */
async function check(...command: string[]): Promise<Sum> {
  return (await run(command)) === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** A script of ours that counts what it did itself, in its last line. */
async function counted(...command: string[]): Promise<Sum> {
  let last = '';
  const code = await run(
    [process.execPath, '--disable-warning=ExperimentalWarning', ...command],
    {},
    (text) => {
      process.stdout.write(text);
      last = (last + text).slice(-200);
    },
  );
  const counts = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(last);
  if (!counts) return { ...NOTHING, failed: 1 };
  const [passed, failed, skipped] = counts.slice(1).map(Number) as [number, number, number];
  return { passed, failed: Math.max(failed, code === 0 ? 0 : 1), skipped };
}

async function vitest(): Promise<Sum> {
  const file = `${OUTPUT}/unit.json`;
  rmSync(file, { force: true });
  const code = await run([
    process.execPath,
    bin('vitest'),
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { ...NOTHING, failed: 1 };
  const r = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  const failed = Math.max(r.numFailedTests, code === 0 ? 0 : 1);
  return { passed: r.numPassedTests, failed, skipped: r.numPendingTests + r.numTodoTests };
}

async function browser(): Promise<Sum> {
  if (!existsSync('tests/e2e')) return NOTHING;
  const file = `${OUTPUT}/browser.json`;
  rmSync(file, { force: true });
  const code = await run([process.execPath, bin('playwright'), 'test', '-c', 'tests/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: path.resolve(file),
  });
  if (!existsSync(file)) return { ...NOTHING, failed: 1 };
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return {
    passed: stats.expected,
    failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1),
    skipped: stats.skipped,
  };
}

function run(
  command: string[],
  env: Record<string, string> = {},
  onOutput?: (text: string) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command[0]!, command.slice(1), {
      stdio: ['inherit', onOutput ? 'pipe' : 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` },
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
