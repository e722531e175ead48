import { availableParallelism, loadavg } from 'node:os';
import { isGoalMet, type Row } from '#tests/bench/bench.ts';
import { BENCHES } from '#tests/bench/registry.ts';
import { answer } from '../output.ts';

/** `bench <name>`: measures the product beside a baseline of the same run, and says how busy the machine was. */
export async function benchCommand(
  name: string,
  { json, rounds }: { json: boolean; rounds: number | null },
): Promise<number> {
  const { default: bench } = await BENCHES[name]!();
  const before = load();
  const rows = await bench.run(rounds ?? bench.rounds);
  const cores = availableParallelism();
  const busy = [before, load()];
  answer(json, { name, cores, load: busy, rows }, () => [
    ...rows.map(lineOf),
    `${cores} cores, load ${busy.join(' before and ')} after`,
  ]);
  return 0;
}

/** How many processes wanted to run, on the mean of the last minute. */
const load = (): number => Number(loadavg()[0]!.toFixed(2));

/** The ratio first: it holds on other machines too. */
function lineOf(row: Row): string {
  const { measure, median, p99, unit, baseline, baselineMedian, ratio } = row;
  const bare = baselineMedian === null ? '' : `: ${baselineMedian} ${unit}`;
  const times = ratio === null ? '–' : `×${ratio}`;
  return `${times.padEnd(9)} ${measure}: ${median} ${unit} (p99 ${p99}); ${baseline}${bare}${aimOf(row)}`;
}

function aimOf(row: Row): string {
  if (row.goal === null) return '';
  const { of, ...bound } = row.goal;
  const limit = 'max' in bound ? `≤ ${bound.max}` : `≥ ${bound.min}`;
  return `; goal: ${of} ${limit}${of === 'median' ? ` ${row.unit}` : ''}, ${isGoalMet(row) ? 'met' : 'not met'}`;
}
