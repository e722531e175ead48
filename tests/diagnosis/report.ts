import {
  countFindings,
  evaluate,
  isHealthy,
  PARTS,
  readTraces,
  sumOf,
  type Count,
  type Part,
  type Result,
} from './evaluate.ts';

/** Prints precision and recall of each finding on the stored traces of a part, and every training that was not read as labelled. */
const share = (part: number, rest: number): string =>
  part + rest === 0 ? '–' : (part / (part + rest)).toFixed(2);
const row = ({ id, right, wrong, found, missed }: Count): string =>
  `| ${[id, right, wrong, share(right, wrong), `${found}/${found + missed}`, share(found, missed)].join(' | ')} |`;

function tableOf(results: readonly Result[]): string {
  const counts = countFindings(results);
  return [
    '| finding | right | wrong | precision | causes found | recall |',
    '|---|---|---|---|---|---|',
    ...[...counts, sumOf(counts)].map(row),
  ].join('\n');
}

const isMisread = ({ rules, causes, also }: Result): boolean =>
  rules.some((id) => !causes.includes(id) && !also.includes(id)) || causes.some((id) => !rules.includes(id));

export function printPart(part: Part): void {
  const results = evaluate(PARTS[part], readTraces(part));
  const healthy = results.filter(isHealthy);
  const accused = (kind: 'rules' | 'shown') => healthy.filter((each) => each[kind].length > 0).length;
  process.stdout.write(
    `\n## ${part}: ${results.length - healthy.length} buggy, ${healthy.length} healthy\n\n${tableOf(results)}\n\n`,
  );
  process.stdout.write(
    `Healthy trainings with a finding: ${accused('rules')} by the rules alone, ${accused('shown')} as shown.\n\n`,
  );
  for (const each of results.filter(isMisread)) {
    process.stdout.write(
      `- ${each.id} (${each.score} points): [${each.rules}] instead of [${each.causes}]${each.also.length ? `, also true [${each.also}]` : ''}\n`,
    );
  }
}
