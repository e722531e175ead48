import { median } from '#lib/core/assignments/median.ts';

/**
 * A bench measures the product beside a baseline, turn by turn in one run, so that whatever else the machine does meanwhile falls on
 * both. A ratio therefore says more than the figures it was made from.
 */
export type Bench = {
  /** How often each side is measured when nobody says otherwise. */
  rounds: number;
  run(rounds: number): Promise<Row[]>;
};

export type Unit =
  'ms' | 'MiB' | 'submissions' | 'submissions/min' | 'requests/s' | 'rows/cpu-s' | 'rows/s' | 'times';
const RATES: readonly Unit[] = ['submissions/min', 'requests/s', 'rows/cpu-s', 'rows/s', 'times'];
/** The most, or the least, that `of` should be. */
export type Goal = { of: 'median' | 'ratio' } & ({ max: number } | { min: number });

/** One line of a bench; the keys are a contract of the command line. */
export type Row = {
  measure: string;
  median: number;
  /** What 99 of 100 samples were at least as good as: with few samples, the worst one. */
  p99: number;
  unit: Unit;
  samples: number;
  baseline: string;
  /** Null when the baseline cannot do it at all: it has no samples. */
  baselineMedian: number | null;
  /** median / baselineMedian; null when there is none, and when it took no time that could be measured. */
  ratio: number | null;
  goal: Goal | null;
};

type Measured = Pick<Row, 'measure' | 'unit' | 'baseline'> & {
  own: readonly number[];
  bare: readonly number[];
  goal?: Goal;
};

export function rowOf({ measure, unit, baseline, own, bare, goal }: Measured): Row {
  const ownMedian = median(own);
  const baselineMedian = bare.length === 0 ? null : median(bare);
  return {
    measure,
    median: shorten(ownMedian),
    p99: shorten(worstOf99(own, unit)),
    unit,
    samples: own.length,
    baseline,
    baselineMedian: baselineMedian === null ? null : shorten(baselineMedian),
    ratio: !baselineMedian ? null : shorten(ownMedian / baselineMedian),
    goal: goal ?? null,
  };
}

/** The goal of a row without one, and of one that could not be measured, is not met or missed: null. */
export function isGoalMet({ goal, ...row }: Row): boolean | null {
  const value = goal && row[goal.of];
  if (typeof value !== 'number') return null;
  return 'max' in goal! ? value <= goal.max : value >= goal!.min;
}

/** Nearest rank, from the good end: a rate is good when it is large, everything else when it is small. */
function worstOf99(values: readonly number[], unit: Unit): number {
  const sorted = values.toSorted((a, b) => (RATES.includes(unit) ? b - a : a - b));
  return sorted[Math.ceil(0.99 * sorted.length) - 1]!;
}

/** Four digits: no measurement here is better than that. */
const shorten = (value: number): number => Number(value.toPrecision(4));
