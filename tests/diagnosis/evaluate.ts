import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '#lib/core/assignments/diagnosis/diagnose.ts';
import { describeFailure } from '#lib/core/assignments/failures.ts';
import { judge } from '#lib/core/assignments/judge.ts';
import { makeBuilt } from '#tests/factories/assignment.ts';
import { HELD } from './cases-held.ts';
import { TUNE } from './cases-tune.ts';
import type { Case } from './recipe.ts';
import type { Stored } from './run-case.ts';
import { TASKS } from './tasks.ts';

export const PARTS = { tune: TUNE, held: HELD };
export type Part = keyof typeof PARTS;

const tracesFile = (part: Part): string => join(import.meta.dirname, `traces-${part}.jsonl`);

export const readTraces = (part: Part): Stored[] =>
  readFileSync(tracesFile(part), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Stored);

export const writeTraces = (part: Part, traces: readonly Stored[]): void =>
  writeFileSync(tracesFile(part), `${traces.map((each) => JSON.stringify(each)).join('\n')}\n`);

/** The findings of one training: `rules` by the rules alone, whatever its score; `shown` as its student would read them. */
export type Result = Case & { rules: string[]; shown: string[]; score: number };

const AT_MOST = 3;

export const evaluate = (cases: readonly Case[], traces: readonly Stored[]): Result[] =>
  cases.map((each) => {
    const stored = traces.find(({ id }) => id === each.id);
    if (!stored) throw new Error(`no trace of "${each.id}": record the set again`);
    return { ...each, ...findingsOf(each, stored) };
  });

function findingsOf({ task }: Case, { failure, record, facts, run }: Stored) {
  const { assignment } = TASKS[task];
  if (failure || !facts || !run) {
    const ids = failure ? idsOf(describeFailure(assignment, failure, record).feedback) : [];
    return { rules: ids, shown: ids, score: 0 };
  }
  const built = makeBuilt(facts, { record });
  const { feedback, score } = judge({ ...built, assignment, perSeed: [run] });
  const found = diagnose({ ...built, assignment, runs: [run] });
  return { rules: idsOf(found).slice(0, AT_MOST), shown: idsOf(feedback), score };
}

const idsOf = (findings: readonly { id: string }[]): string[] => findings.map(({ id }) => id);

/** `right`: made and true. `wrong`: made and not true. `found` and `missed`: causes that were made, or not. */
export type Count = { id: string; right: number; wrong: number; found: number; missed: number };

export function countFindings(results: readonly Result[], kind: 'rules' | 'shown' = 'rules'): Count[] {
  const ids = new Set(results.flatMap((each) => [...each.causes, ...each[kind]]));
  return [...ids].toSorted().map((id) => {
    const of = (holds: (each: Result) => boolean) => results.filter(holds).length;
    const isTrue = (each: Result) => each.causes.includes(id) || each.also.includes(id);
    return {
      id,
      right: of((each) => each[kind].includes(id) && isTrue(each)),
      wrong: of((each) => each[kind].includes(id) && !isTrue(each)),
      found: of((each) => each[kind].includes(id) && each.causes.includes(id)),
      missed: of((each) => !each[kind].includes(id) && each.causes.includes(id)),
    };
  });
}

export const sumOf = (counts: readonly Count[]): Count => {
  const sum = (pick: (count: Count) => number) => counts.reduce((total, each) => total + pick(each), 0);
  return {
    id: 'all',
    right: sum((c) => c.right),
    wrong: sum((c) => c.wrong),
    found: sum((c) => c.found),
    missed: sum((c) => c.missed),
  };
};

export const isHealthy = ({ causes }: Pick<Case, 'causes'>): boolean => causes.length === 0;
