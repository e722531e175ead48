import { PASS_POINTS, type BandPoint, type Better } from '../band.ts';
import { medianShort, momentsOf, normalCdf } from './normal.ts';

/** Metric values of one submission, run by run; null where a run gave none. `gated`: a failed gate caps it whatever it measures. */
export type Series = { name: string; values: readonly (number | null)[]; gated: boolean };

export type Recommendation = {
  band: BandPoint[];
  /** Chance that the median of `runs` runs of the reference stays below 60 points, from a normal fit. */
  falseFail: number;
  /** Largest chance that a wrong submission without a failed gate reaches 60 points. */
  falsePass: number;
  /** What the number of trainings alone allows to say at 95 %: one training of the reference falls below 60 points less often than this. */
  falseFailAtMost: number;
  /** The best wrong submission, null when all are caught by gates or give no number. */
  nearest: string | null;
};

const FULL = 100;
/** Share of the way from the worst reference to the best wrong submission that full marks forgive (the bank's rule for calibration). */
const FORGIVEN = 0.2;
/** 60 points lie at most this far from the best wrong submission to full marks: the band needs room between them. */
const PASS_WITHIN = 0.75;
const STEPS = 400;

/**
 * The band that separates a reference from wrong submissions best: full marks from a little below the worst training of the reference, 60
 * points where failing the one and passing the other are equally unlikely. A metric that falls is looked at on a logarithmic scale, where
 * its spread is about the same everywhere. Null when a wrong submission is as good as the reference, or a training gave no number: then no
 * band can tell them apart.
 */
export function recommend(
  reference: Series,
  wrong: readonly Series[],
  better: Better,
  runs: number,
): Recommendation | null {
  const good = scaled(reference, better);
  if (good === null || good.length < 2) return null;
  const bad = wrong.filter(({ gated }) => !gated).flatMap((series) => finite(series, better));
  const nearest = bad.toSorted((a, b) => best(b) - best(a))[0] ?? null;
  const worst = Math.min(...good);
  const floor = nearest ? best(nearest) : worst - 10 * momentsOf(good).sd - Math.abs(worst) * 0.01;
  if (!(floor < worst)) return null;
  const full = worst - FORGIVEN * (worst - floor);
  const { at, falseFail, falsePass } = passAt(good, bad, floor, full, runs);
  const zero = at - (PASS_POINTS / (FULL - PASS_POINTS)) * (full - at);
  return {
    band: [[zero, 0] as const, [at, PASS_POINTS] as const, [full, FULL] as const].map(([x, points]) => ({
      value: unscale(x, better),
      points,
    })),
    falseFail,
    falsePass,
    // No failure among n: the exact binomial bound.
    falseFailAtMost: 1 - 0.05 ** (1 / good.length),
    nearest: nearest?.name ?? null,
  };
}

type Scaled = { name: string; values: number[] };

const toScale = (value: number, better: Better): number => (better === 'more' ? value : -Math.log(value));
const unscale = (x: number, better: Better): number => (better === 'more' ? x : Math.exp(-x));
const best = ({ values }: Scaled): number => Math.max(...values);

function scaled({ values }: Series, better: Better): number[] | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === values.length ? numbers.map((value) => toScale(value, better)) : null;
}

/** A training without a number passes nothing; what remains is looked at, if anything does. */
function finite({ name, values }: Series, better: Better): Scaled[] {
  const numbers = values.filter((value) => value !== null).map((value) => toScale(value, better));
  return numbers.length > 0 ? [{ name, values: numbers }] : [];
}

/** The place farthest from all of them, each distance in its own standard deviations: there both chances of error are the same. */
function passAt(good: number[], bad: Scaled[], floor: number, full: number, runs: number) {
  const places = Array.from(
    { length: STEPS + 1 },
    (_, i) => floor + (PASS_WITHIN * (full - floor) * i) / STEPS,
  );
  const margin = (at: number) =>
    Math.min(-distance(good, at), ...bad.map(({ values }) => distance(values, at)));
  const margins = places.map(margin);
  const safest = places.filter((_, i) => margins[i] === Math.max(...margins));
  // Without any spread every place between is as safe: the middle one.
  const at = safest[safest.length >> 1]!;
  const falsePass = bad.map(({ values }) => medianShort(normalCdf(-distance(values, at)), runs));
  return {
    at,
    falseFail: medianShort(normalCdf(distance(good, at)), runs),
    falsePass: Math.max(0, ...falsePass),
  };
}

/** How far a place lies above the mean, in standard deviations. */
function distance(values: number[], at: number): number {
  const { mean, sd } = momentsOf(values);
  return at === mean ? 0 : (at - mean) / sd;
}
