import { z } from 'zod';
import { textSchema } from '../lang.ts';
import { makeRng, type Rng } from '../rng.ts';
import { fail, ok, type Result } from '../result.ts';
import { score, type Score } from '../score.ts';
import { displayOrder } from './make.ts';
import { QUESTION_TYPES, type Question, type QuestionOf, type QuestionType } from './schema.ts';

/** `question-bank/exams/<id>.yml`: the rules a paper is assembled from. Weights and quotas are data, not code. */
export const blueprintSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.number().int().positive(),
  title: textSchema,
  about: textSchema,
  durationSeconds: z.number().int().min(60),
  /** Points per question, in hundredths, where its section says nothing else. */
  pointsEach: z.number().int().positive(),
  sections: z
    .array(
      z.strictObject({
        topics: z.array(z.string()).min(1),
        types: z.array(z.enum(QUESTION_TYPES as [QuestionType, ...QuestionType[]])).min(1).optional(),
        /** Levels of difficulty to draw from; all when left out. */
        difficulty: z.array(z.literal([1, 2, 3])).min(1).optional(),
        count: z.number().int().min(1).max(60),
        /** Points per question of this section, in hundredths. */
        points: z.number().int().positive().optional(),
      }),
    )
    .min(1),
});
export type Blueprint = z.infer<typeof blueprintSchema>;

/** What assembly needs to know of a question. With its `content`, the place of its key is balanced over the paper. */
export type PaperItem = { question: string; version: number; type: QuestionType; topic: string; concept: string; difficulty: number; content?: Question };

export const paperItemOf = (content: Question, topic: string): PaperItem => ({ question: content.id, version: content.version, type: content.type, topic, concept: content.concept, difficulty: content.difficulty, content });

export type PlacedItem = PaperItem & { seed: number; points: Score };

/** How often and how lately this student met a question; absent: never. */
export type Usage = ReadonlyMap<string, { count: number; usedAt: number }>;

/**
 * Assembles a paper: section by section, the questions this student met least (then least lately) first, concepts spread before one
 * comes twice, ties broken by the seed; keys of choice questions spread over the places. The same bank, seed and usage give the same
 * paper. Fails with `exam.quotaUnmet` when a section cannot be filled.
 */
export function assemblePaper(blueprint: Blueprint, bank: readonly PaperItem[], seed: number, usage: Usage = new Map()): Result<PlacedItem[]> {
  const rng = makeRng(seed);
  const taken = new Set<string>();
  const paper: { item: PaperItem; points: Score }[] = [];
  for (const [index, section] of blueprint.sections.entries()) {
    const fitting = bank.filter((q) => !taken.has(q.question) && fits(q, section));
    if (fitting.length < section.count) return fail('exam.quotaUnmet', { section: index + 1, wanted: section.count, available: fitting.length });
    const chosen = leastUsed(rng.shuffle(fitting), section.count, usage);
    chosen.forEach((q) => taken.add(q.question));
    paper.push(...chosen.toSorted(byTopicThenDifficulty).map((item) => ({ item, points: score(section.points ?? blueprint.pointsEach) })));
  }
  const seedOf = balancedSeeds(rng);
  return ok(paper.map(({ item, points }) => ({ ...item, seed: seedOf(item), points })));
}

const fits = (q: PaperItem, { topics, types, difficulty }: Blueprint['sections'][number]): boolean =>
  topics.includes(q.topic) && (!types || types.includes(q.type)) && (!difficulty || difficulty.some((d) => d === q.difficulty));

/** Draws in which a place is missed have odds of at most (5/6)^32 for the longest list of options. */
const SEED_TRIES = 32;

/** Seeds for the items of one paper: a single choice gets one that puts its key where the fewest keys are so far. */
function balancedSeeds(rng: Rng): (item: PaperItem) => number {
  const keys = new Map<number, number>();
  const draw = () => rng.int(1, 2 ** 31 - 1);
  const load = (place: number) => keys.get(place) ?? 0;
  return ({ content }) => {
    if (content?.type !== 'single-choice' || content.keepOrder) return draw();
    const places = content.options.map((_, i) => i);
    const least = Math.min(...places.map(load));
    const tries = Array.from({ length: SEED_TRIES }, draw);
    const seed = tries.find((s) => load(keyPlace(content, s)) === least) ?? tries[0]!;
    keys.set(keyPlace(content, seed), load(keyPlace(content, seed)) + 1);
    return seed;
  };
}

/** The 0-based place of the correct option in the variant of this seed. */
export const keyPlace = (question: QuestionOf<'single-choice'>, seed: number): number =>
  displayOrder(question, makeRng(seed)).indexOf(question.options.find((o) => o.correct)!.id);

/** Greedy: each pick prefers little use, then a concept not yet on the paper, then long-ago use. */
function leastUsed(candidates: PaperItem[], count: number, usage: Usage): PaperItem[] {
  const concepts = new Map<string, number>();
  const rest = [...candidates];
  const chosen: PaperItem[] = [];
  const cost = (q: PaperItem) => [usage.get(q.question)?.count ?? 0, concepts.get(q.concept) ?? 0, usage.get(q.question)?.usedAt ?? 0];
  while (chosen.length < count) {
    const best = rest.reduce((a, b) => (lexicographic(cost(b), cost(a)) < 0 ? b : a));
    rest.splice(rest.indexOf(best), 1);
    concepts.set(best.concept, (concepts.get(best.concept) ?? 0) + 1);
    chosen.push(best);
  }
  return chosen;
}

function lexicographic(a: number[], b: number[]): number {
  const i = a.findIndex((value, index) => value !== b[index]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}

const byTopicThenDifficulty = (a: PaperItem, b: PaperItem) => a.topic.localeCompare(b.topic, 'en') || a.difficulty - b.difficulty;
