/** Integer hundredths of a point: 12.5 points are 1250. Sums are exact; formatting is the page's business. */
export type Score = number & { readonly __unit: 'hundredths' };

export function score(hundredths: number): Score {
  if (!Number.isSafeInteger(hundredths) || hundredths < 0) throw new RangeError(`not a score: ${hundredths}`);
  return hundredths as Score;
}

/** The share of `max` that a fraction in [0, 1] earns, rounded half up to a hundredth. */
export function scoreOf(fraction: number, max: Score): Score {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`not a fraction: ${fraction}`);
  return score(Math.floor(fraction * max + 0.5));
}

export const sumScores = (scores: readonly Score[]): Score => score(scores.reduce((a, b) => a + b, 0));
