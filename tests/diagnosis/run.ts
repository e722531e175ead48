import { PARTS, writeTraces, type Part } from './evaluate.ts';
import { printPart } from './report.ts';
import { runCase, type Stored } from './run-case.ts';

/**
 * Trains the labelled set, stores what the rules look at, and prints how they read it. Arguments: `stored` to print only, a part
 * (`tune`, `held`), nothing for all of it.
 */
const wanted = process.argv.slice(2);
const isStored = wanted.includes('stored');
const parts = (Object.keys(PARTS) as Part[]).filter(
  (part) => !wanted.includes(part === 'tune' ? 'held' : 'tune'),
);

for (const part of parts) {
  if (!isStored) writeTraces(part, await trainAll(part));
  printPart(part);
}

async function trainAll(part: Part): Promise<Stored[]> {
  const traces: Stored[] = [];
  for (const each of PARTS[part]) {
    const stored = await runCase(each);
    const { failure, run } = stored;
    process.stderr.write(
      `${each.id}: ${failure ? failure.code : `train ${run?.train}, hidden ${run?.metric}`}\n`,
    );
    traces.push(stored);
  }
  return traces;
}
