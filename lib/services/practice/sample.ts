import 'server-only';
import { instant, type Instant } from '#lib/core/clock.ts';
import type { Lang } from '#lib/core/lang.ts';
import { makeVariant } from '#lib/core/questions/make.ts';
import { toReview } from '#lib/core/questions/review.ts';
import type { Question } from '#lib/core/questions/schema.ts';
import { scoreAnswer } from '#lib/core/questions/score.ts';
import type { Variant } from '#lib/core/questions/variant.ts';
import { toStudentView, type StudentView } from '#lib/core/questions/view.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { seedOf } from '#lib/core/rng.ts';
import { takeSampleTry } from '#lib/auth/rate-limit.ts';
import { selectQuestion, selectSampleIds } from '#lib/data/publication.ts';
import { now } from '#lib/data/source.ts';
import { explained, type Explained } from '../attempts/result.ts';

/**
 * The sample question of the start page, for anybody: a new one from the published bank each day, the same for everybody, so that
 * strangers learn the key of one question a day and not of the bank. Null while nothing suitable is published.
 */
export function viewSample(lang: Lang): StudentView | null {
  const sample = sampleOf(now());
  return sample && toStudentView(sample.question, sample.variant, lang);
}

/**
 * Grades an answer as a paper's would be. The question of yesterday is still taken, for whoever thought past midnight. `address`: where
 * the try came from. Refusals: `exam.sampleOver` (of another day), `exam.sampleLimit`.
 */
export async function trySample(
  given: { question: string; option: string },
  address: string,
  lang: Lang,
): Promise<Result<Explained>> {
  const at = now();
  const sample = [at, instant(at - DAY_MS)].map(sampleOf).find((s) => s?.question.id === given.question);
  if (!sample) return fail('exam.sampleOver');
  if (!(await takeSampleTry(address))) return fail('exam.sampleLimit');
  const answer = { option: given.option.slice(0, OPTION_LENGTH_MAX) };
  const report = scoreAnswer(sample.question, sample.variant, answer);
  return ok(explained(toReview(sample.question, sample.variant, answer, report, lang), report, lang));
}

const DAY_MS = 24 * 60 * 60_000;
const OPTION_LENGTH_MAX = 40;

type Sample = { question: Question; variant: Variant };

function sampleOf(at: Instant): Sample | null {
  const ids = selectSampleIds();
  const seed = seedOf('sample', Math.floor(at / DAY_MS));
  const question = ids.length ? selectQuestion(ids[seed % ids.length]!) : undefined;
  return question ? { question, variant: makeVariant(question, null, seed, null) } : null;
}
