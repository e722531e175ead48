import { describe, expect, test } from 'vitest';
import { lossTests as vaeTests } from '../../question-bank/assignments/a12/loss-tests.ts';
import { lossTests as ganTests } from '../../question-bank/assignments/a13/loss-tests.ts';
import {
  runTests,
  type Call,
  type CallResult,
  type FunctionTest,
} from '#lib/core/assignments/function-tests.ts';
import { makeRng } from '#lib/core/rng.ts';

/** The tests of students' loss functions, on losses written here with plain numbers: right ones pass, each slip fails its test. */
type Rows = number[][];
type Loss = (...tensors: Rows[]) => number;

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** Ids of the tests that a script with these functions passes. */
function passed(tests: FunctionTest[], functions: Record<string, Loss>): string[] {
  const run = ({ name, args }: Call): CallResult => {
    // In single precision, as tfjs computes.
    const value = Math.fround(functions[name]!(...args.map((arg) => (arg as { value: Rows }).value)));
    return { ok: true, value: Number.isFinite(value) ? value : String(value) };
  };
  const results = tests.flatMap(({ calls }) => calls).map(run);
  return runTests(tests, results).flatMap(({ id, passed: isPassed }) => (isPassed ? [id] : []));
}

/** Cross-entropy of a logit from its definition, −[y ln σ + (1 − y) ln(1 − σ)]. */
function entropy(logit: number, label: number): number {
  const sigma = 1 / (1 + Math.exp(-logit));
  return -(label * Math.log(sigma) + (1 - label) * Math.log(1 - sigma));
}
const bce = (logits: Rows, label: number) => mean(logits.flat().map((logit) => entropy(logit, label)));

describe.each([1, 7, 4_000_000_000])('GAN losses with seed %s', (seed) => {
  const gLoss: Loss = (fake) => bce(fake!, 1);
  const dLoss: Loss = (real, fake) => bce(real!, 1) + bce(fake!, 0);
  const of = (functions: Record<string, Loss>) =>
    passed(ganTests(makeRng(seed)), { dLoss, gLoss, ...functions });

  test.each<[string, Loss]>([
    ['the sum of both means', dLoss],
    ['their mean', (real, fake) => dLoss(real!, fake!) / 2],
    ['real labels of 0.9', (real, fake) => bce(real!, 0.9) + bce(fake!, 0)],
  ])('of the discriminator: %s is right', (_, loss) =>
    expect(of({ dLoss: loss })).toEqual(['d-loss', 'g-loss']),
  );

  test.each<[string, Loss]>([
    ['swapped labels', (real, fake) => bce(real!, 0) + bce(fake!, 1)],
    ['real points only', (real) => 2 * bce(real!, 1)],
    ['fakes labelled 1 too', (real, fake) => bce(real!, 1) + bce(fake!, 1)],
    ['sums over the batch', (real, fake) => bce(real!, 1) * real!.length + bce(fake!, 0) * fake!.length],
    ['labels smoothed to a half', (real, fake) => bce(real!, 0.5) + bce(fake!, 0)],
    ['a critic without cross-entropy', (real, fake) => mean(fake!.flat()) - mean(real!.flat())],
    ['a constant', () => 2 * Math.LN2],
    ['NaN', () => NaN],
  ])('of the discriminator: %s is wrong', (_, loss) => expect(of({ dLoss: loss })).toEqual(['g-loss']));

  test.each<[string, Loss]>([
    ['label 0', (fake) => bce(fake!, 0)],
    ['the saturating form', (fake) => -bce(fake!, 0)],
    ['a sum over the batch', (fake) => bce(fake!, 1) * fake!.length],
    ['a constant', () => Math.LN2],
  ])('of the generator: %s is wrong', (_, loss) => expect(of({ gLoss: loss })).toEqual(['d-loss']));
});

/** From the definition of the divergence of two normal densities: ln(σ₂/σ₁) + (σ₁² + μ²)/(2σ₂²) − ½ with σ₂ = 1. */
const klRow = (mu: number[], logVar: number[]) =>
  sum(mu.map((m, k) => -logVar[k]! / 2 + (Math.exp(logVar[k]!) + m ** 2) / 2 - 0.5));
const klMean = (mu: Rows, logVar: Rows) => mean(mu.map((row, i) => klRow(row, logVar[i]!)));
const squares = (x: Rows, xRec: Rows) =>
  mean(x.map((row, i) => sum(row.map((v, k) => (v - xRec[i]![k]!) ** 2))));
const crossEntropy = (x: Rows, xRec: Rows) =>
  mean(
    x.map((row, i) =>
      sum(row.map((v, k) => -v * Math.log(xRec[i]![k]!) - (1 - v) * Math.log(1 - xRec[i]![k]!))),
    ),
  );
const vae =
  (kl: (mu: Rows, logVar: Rows) => number, beta = 0.1, rec = squares): Loss =>
  (x, xRec, mu, logVar) =>
    rec(x!, xRec!) + beta * kl(mu!, logVar!);

describe.each([1, 7, 4_000_000_000])('the VAE loss with seed %s', (seed) => {
  const of = (lossFn: Loss) => passed(vaeTests(makeRng(seed)), { lossFn });

  test.each<[string, Loss]>([
    ['β = 0.1', vae(klMean)],
    ['β = 20', vae(klMean, 20)],
    ['a small β', vae(klMean, 0.01)],
    ['a mean over the code, which is another β', vae((mu, logVar) => klMean(mu, logVar) / mu[0]!.length)],
    ['a reconstruction by cross-entropy', vae(klMean, 0.5, crossEntropy)],
  ])('%s is right', (_, lossFn) => expect(of(lossFn)).toEqual(['kl-present', 'kl-formula']));

  test('without KL there is nothing to compare', () => expect(of(vae(klMean, 0))).toEqual([]));

  test.each<[string, Loss]>([
    [
      'σ taken for log σ²',
      vae((mu, s) =>
        klMean(
          mu,
          s.map((row) => row.map((v) => 2 * Math.log(Math.abs(v) + 1))),
        ),
      ),
    ],
    [
      'log σ taken for log σ²',
      vae((mu, s) =>
        klMean(
          mu,
          s.map((row) => row.map((v) => 2 * v)),
        ),
      ),
    ],
    [
      'no exponential',
      vae((mu, s) =>
        mean(mu.map((row, i) => sum(row.map((m, k) => (m ** 2 + s[i]![k]! ** 2 - 1 - s[i]![k]!) / 2)))),
      ),
    ],
    ['no −1', vae((mu, s) => klMean(mu, s) + mu[0]!.length / 2)],
    ['a sum over the batch', vae((mu, s) => klMean(mu, s) * mu.length)],
    ['μ only', vae((mu) => mean(mu.map((row) => sum(row.map((m) => m ** 2)) / 2)))],
  ])('%s is found', (_, lossFn) => expect(of(lossFn)).toEqual(['kl-present']));

  test('the wrong sign is no KL at all', () =>
    expect(of(vae((mu, s) => -klMean(mu, s)))).not.toContain('kl-present'));
});
