import { afterEach, expect, test, vi } from 'vitest';
import { benchCommand } from '#lib/cli/commands/bench.ts';
import { rowOf, type Bench } from '../../bench/bench.ts';
import { BENCHES } from '../../bench/registry.ts';
import * as documents from './documents.ts';
import { derin, documentOf } from './run.ts';

test('a name that is none is answered with those there are', async () => {
  const run = await derin('bench', 'nothing', '--json');
  const { error } = documents.refusal.parse(documentOf(run));
  expect([run.code, error.code]).toEqual([2, 'cli.usage']);
  for (const name of Object.keys(BENCHES)) expect(error.en).toContain(name);
});

afterEach(() => {
  delete BENCHES['fake'];
  vi.restoreAllMocks();
});

/** What the command prints for a bench whose median is ten times the number of rounds. */
async function printed(json: boolean, rounds: number | null): Promise<string> {
  const row = (n: number) =>
    rowOf({ measure: 'waiting', unit: 'ms', baseline: 'nothing', own: [10 * n], bare: [2] });
  const bench: Bench = {
    rounds: 7,
    run: async (n) => [{ ...row(n), goal: { of: 'median', max: 20 } }],
  };
  BENCHES['fake'] = async () => ({ default: bench });
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await benchCommand('fake', { json, rounds })).toBe(0);
  return write.mock.calls.map(([text]) => text).join('');
}

test('--json: the document holds to the contract', async () => {
  const document = documents.bench.parse(JSON.parse(await printed(true, 2)));
  expect(document).toMatchObject({
    name: 'fake',
    rows: [{ measure: 'waiting', median: 20, p99: 20, unit: 'ms', baseline: 'nothing', ratio: 10 }],
  });
});

test('without it a person reads the ratio first, then the figures and whether the goal is met', async () => {
  expect((await printed(false, 2)).split('\n')[0]).toBe(
    '×10       waiting: 20 ms (p99 20); nothing: 2 ms; goal: median ≤ 20 ms, met',
  );
  expect(await printed(false, null)).toContain(
    'waiting: 70 ms (p99 70); nothing: 2 ms; goal: median ≤ 20 ms, not met',
  );
});
