import { makeRng, type Rng } from '../rng.ts';
import { isClose } from '../numbers/close.ts';
import type { Framework, Generated, Generator } from './generator.ts';
import { sameShape } from './score-entry.ts';
import { intervalSchema, shapeSchema, type Question, type QuestionOf, type Shape } from './schema.ts';
import type { Variant } from './variant.ts';

const TRIES_MAX = 200;

/**
 * Makes a question concrete. `seed` is any integer; the same seed gives the same variant. Throws when a computed question has no
 * generator, its generator rejects 200 draws in a row, or its key is not finite or not of the question's kind.
 */
export function makeVariant(question: Question, generator: Generator | null, seed: number, framework: Framework | null): Variant {
  const rng = makeRng(seed);
  const base = { question: question.id, version: question.version, seed, order: displayOrder(question, rng) };
  if (!isComputed(question)) return { ...base, params: {}, key: null, slips: fixedSlips(question) };
  if (!generator || !framework) throw new Error(`${question.id}: a computed question needs its generator`);
  const generated = draw(question, generator, rng, framework);
  return { ...base, params: generated.params, key: generated.key, slips: distinctSlips(question, generated) };
}

/** The key comes from a generator. */
export const isComputed = (question: Question): boolean =>
  (question.type === 'numeric' || question.type === 'shape' || question.type === 'interval') && question.key === undefined;

/** Ids of options or reasons in the order of display: the first draw of a variant's randomness. Empty where there is nothing to order. */
export function displayOrder(question: Question, rng: Rng): string[] {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice': {
      const ids = question.options.map((o) => o.id);
      return question.keepOrder ? ids : rng.shuffle(ids);
    }
    case 'tf-reason':
      return rng.shuffle(question.reasons.map((r) => r.id));
    default:
      return [];
  }
}

function draw(question: Question, generator: Generator, rng: Rng, framework: Framework): Generated {
  for (let i = 0; i < TRIES_MAX; i++) {
    const generated = generator.generate(rng, framework);
    if (generated === null) continue;
    requireKey(question, generated);
    return generated;
  }
  throw new Error(`${question.id}: ${TRIES_MAX} draws were rejected`);
}

function requireKey(question: Question, { key }: Generated): void {
  const fits =
    question.type === 'numeric' ? typeof key === 'number' && Number.isFinite(key)
    : question.type === 'shape' ? shapeSchema.safeParse(key).success
    : intervalSchema.safeParse(key).success;
  if (!fits) throw new Error(`${question.id}: the generator's key ${JSON.stringify(key)} is not a ${question.type} key`);
}

function fixedSlips(question: Question): Variant['slips'] {
  if (question.type !== 'numeric' && question.type !== 'shape') return {};
  return Object.fromEntries(question.slips.flatMap((s) => (s.value === undefined ? [] : [[s.id, s.value]])));
}

/** Drops a slip that equals the key or an earlier slip in this variant: it could not be told apart. */
function distinctSlips(question: Question, { key, slips = {} }: Generated): Variant['slips'] {
  const kept: Variant['slips'] = {};
  for (const [id, value] of Object.entries(slips)) {
    const taken = [key as number | Shape, ...Object.values(kept)];
    if (!taken.some((t) => sameValue(question, value, t))) kept[id] = value;
  }
  return kept;
}

function sameValue(question: Question, a: number | Shape, b: number | Shape): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    const { tolerance, relative } = question as QuestionOf<'numeric'>;
    return !Number.isFinite(a) || isClose(a, b, tolerance, relative);
  }
  return Array.isArray(a) && Array.isArray(b) && sameShape(a, b);
}
