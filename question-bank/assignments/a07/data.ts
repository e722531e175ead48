import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawReviews } from '#lib/core/assignments/draw-reviews.ts';
import type { Lang } from '#lib/core/lang.ts';
import { makeRng, type Rng } from '#lib/core/rng.ts';
import { LEXICON, type Lexicon } from './lexicon.ts';

const PUBLIC_SEED = 107;
const LENGTH = 12;
const [PADDING, UNKNOWN, FIRST_WORD] = [0, 1, 2];
/** How often a clause is negated, has no intensifier, and is followed by "but" and another one. */
const [NEGATED, PLAIN, CONTRASTED] = [0.4, 0.2, 0.4];
/** Share of adjectives in hidden data that no public review holds. */
const UNSEEN = 0.05;

type Review = { words: string[]; label: number };

/** Reviews of one clause, or of two joined by "but", of which the second decides. "Not" turns the meaning of its clause round. */
function reviews(seed: number, count: number, lexicon: Lexicon, unseen: number): Review[] {
  const rng = makeRng(seed);
  return Array.from({ length: count }, () => {
    const first = clause(rng, lexicon, unseen);
    if (rng.uniform() >= CONTRASTED) return first;
    const second = clause(rng, lexicon, unseen);
    return { words: [...first.words, lexicon.but, ...second.words], label: second.label };
  });
}

function clause(
  rng: Rng,
  { subjects, adjectives, unseen, ...lexicon }: Lexicon,
  unseenShare: number,
): Review {
  const meaning = rng.int(0, 1);
  const isNegated = rng.uniform() < NEGATED;
  const adjective = rng.pick((rng.uniform() < unseenShare ? unseen : adjectives)[meaning]!);
  const intensifier = rng.uniform() < PLAIN ? [] : [rng.pick(lexicon.intensifiers)];
  const not = isNegated ? [lexicon.not] : [];
  const said = [...intensifier, adjective];
  const words = [rng.pick(subjects), ...(lexicon.notComesLast ? [...said, ...not] : [...not, ...said])];
  return { words, label: isNegated ? 1 - meaning : meaning };
}

const publicReviews = (lang: Lang) => reviews(PUBLIC_SEED, 800, LEXICON[lang], 0);

/** Ids of the words of the public reviews, in the order of their first appearance. */
function vocabulary(lang: Lang): Map<string, number> {
  const words = new Set(publicReviews(lang).flatMap((review) => review.words));
  return new Map([...words].map((word, i) => [word, i + FIRST_WORD]));
}

/** Word ids, padded on the left to 12. */
function encode(words: readonly string[], ids: ReadonlyMap<string, number>): number[] {
  const known = words.map((word) => ids.get(word) ?? UNKNOWN);
  return [...Array<number>(LENGTH - known.length).fill(PADDING), ...known];
}

function asDataSet(all: readonly Review[], lang: Lang): DataSet {
  const ids = vocabulary(lang);
  const data = toDataSet(
    all.map(({ words }) => encode(words, ids)),
    all.map(({ label }) => label),
    [LENGTH],
    true,
  );
  return { ...data, xIsWhole: true, names: { vocabSize: ids.size + FIRST_WORD } };
}

export default {
  publicData: (lang) => asDataSet(publicReviews(lang), lang),
  hiddenData: (seed, lang) => asDataSet(reviews(seed, 500, LEXICON[lang], UNSEEN), lang),
  picture: (lang) => drawReviews(publicReviews(lang), (words) => encode(words, vocabulary(lang)), lang),
} satisfies DataSource;
