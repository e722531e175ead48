import { numberOf, tensor, type Call, type FunctionTest } from '#lib/core/assignments/function-tests.ts';
import type { Rng } from '#lib/core/rng.ts';

/**
 * Tests of the KL part of `lossFn`, whatever the reconstruction part and β are. x and its reconstruction are the same in all calls, so
 * the reconstruction part is one constant; KL(N(0, I) ‖ N(0, I)) = 0 shows it, at two widths, so that a KL that is not 0 there is not
 * taken for it. One call with KL = 2 then shows β. Closed form (Kingma and Welling 2014, appendix B): ½ Σ (μ² + σ² − 1 − log σ²).
 */
const PIXELS = 64;
const BETA_MIN = 1e-4;

type Codes = { mu: number[][]; logVar: number[][] };

const ZERO: Codes = { mu: [[0, 0]], logVar: [[0, 0]] };
const NARROW_ZERO: Codes = { mu: [[0]], logVar: [[0]] };
const TWO: Codes = { mu: [[2, 0]], logVar: [[0, 0]] };

export function lossTests(rng: Rng): FunctionTest[] {
  const draw = (rows: number): Codes => {
    const values = () =>
      Array.from({ length: rows }, () => Array.from({ length: 2 }, () => rng.normal(0, 1.5)));
    return { mu: values(), logVar: values() };
  };
  const drawn = [draw(1), draw(1), draw(3)];
  const base = [ZERO, TWO];
  return [
    {
      id: 'kl-present',
      calls: base.map(call),
      holds: (results) => {
        const [zero, two] = results.map(numberOf);
        return betaOf(zero!, two!) > BETA_MIN;
      },
    },
    {
      id: 'kl-formula',
      calls: [...base, NARROW_ZERO, ...drawn].map(call),
      holds: (results) => {
        const [zero, two, narrow, ...rest] = results.map(numberOf) as [number, number, number, ...number[]];
        const beta = betaOf(zero, two);
        return (
          beta > BETA_MIN &&
          isNear(narrow, zero) &&
          drawn.every((codes, i) => isNear(rest[i]! - zero, beta * divergence(codes)))
        );
      },
    },
  ];
}

const betaOf = (zero: number, two: number): number => (two - zero) / 2;

function call({ mu, logVar }: Codes): Call {
  const grey = tensor(mu.map(() => Array.from({ length: PIXELS }, () => 0.5)));
  return { name: 'lossFn', args: [grey, grey, tensor(mu), tensor(logVar)] };
}

/** Summed over the code, mean over the batch. */
function divergence({ mu, logVar }: Codes): number {
  const rows = mu.map((row, i) =>
    row.reduce((sum, m, k) => sum + (m ** 2 + Math.exp(logVar[i]![k]!) - 1 - logVar[i]![k]!) / 2, 0),
  );
  return rows.reduce((a, b) => a + b, 0) / rows.length;
}

/** In float32, beside a reconstruction part of a few dozens. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 3e-5 + 1e-3 * Math.abs(b);
