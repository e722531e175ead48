import {
  numberOf,
  tensor,
  type Call,
  type CallResult,
  type FunctionTest,
} from '#lib/core/assignments/function-tests.ts';
import type { Rng } from '#lib/core/rng.ts';

/**
 * Tests of `dLoss` and `gLoss` on logits. With softplus(v) = ln(1 + eᵛ), the cross-entropy of a logit v with label 1 is softplus(−v)
 * and with label 0 softplus(v) (Goodfellow and others 2014, the non-saturating loss of the generator). Accepted beside the plain
 * sum of both means: their mean, and one-sided label smoothing, which adds s·v to the real side.
 */
const TOLERANCE = 1e-4;
const SMOOTHING_MAX = 0.3;

const softplus = (value: number): number => Math.log1p(Math.exp(-Math.abs(value))) + Math.max(0, value);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const column = (values: readonly number[]) => tensor(values.map((value) => [value]));
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));

export function lossTests(rng: Rng): FunctionTest[] {
  const draw = () => Array.from({ length: 3 }, () => rng.normal(0, 2));
  const batches = [draw(), draw()] as const;
  const gLogits = [[0], [2], batches[0]];
  return [
    {
      id: 'd-loss',
      calls: D_LOGITS(batches).map(callD),
      holds: (results) => dHolds(D_LOGITS(batches), results),
    },
    {
      id: 'g-loss',
      calls: gLogits.map((fake) => ({ name: 'gLoss', args: [column(fake)] })),
      holds: (results) =>
        gLogits.every((fake, i) => isNear(numberOf(results[i]), mean(fake.map((v) => softplus(-v))))),
    },
  ];
}

type Logits = { real: readonly number[]; fake: readonly number[] };

/** Zeros say nothing about which label is which; one-sided and mixed batches do. */
const D_LOGITS = ([first, second]: readonly [number[], number[]]): Logits[] => [
  { real: [0], fake: [0] },
  { real: [2], fake: [0] },
  { real: [0], fake: [2] },
  { real: first, fake: second },
];

const callD = ({ real, fake }: Logits): Call => ({ name: 'dLoss', args: [column(real), column(fake)] });

function dHolds(logits: readonly Logits[], results: readonly CallResult[]): boolean {
  const [atZero, atReal] = results.map(numberOf);
  const scale = [1, 0.5].find((each) => isNear(atZero!, each * 2 * Math.LN2));
  if (scale === undefined) return false;
  const plain = ({ real, fake }: Logits) => mean(real.map((v) => softplus(-v))) + mean(fake.map(softplus));
  const smoothing = (atReal! / scale - plain(logits[1]!)) / mean(logits[1]!.real);
  return (
    smoothing >= -TOLERANCE &&
    smoothing <= SMOOTHING_MAX &&
    logits.every((each, i) =>
      isNear(numberOf(results[i]), scale * (plain(each) + smoothing * mean(each.real))),
    )
  );
}
