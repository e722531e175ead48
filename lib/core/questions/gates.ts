import { LANGS } from '../lang.ts';
import { seedOf } from '../rng.ts';
import { keyPlace } from './blueprint.ts';
import type { Question, QuestionOf } from './schema.ts';

/** A measured property of the whole bank. Thresholds: `question-bank.md` §7.2 and §7.3 with its amendments. */
export type Gate = { id: string; value: number; threshold: number; passed: boolean };

type Choice = QuestionOf<'single-choice'>;

/**
 * Measures the bank. `examinable`: ids of the concepts that can be asked; `disputed`: of those the notes are wrong about. Key places are those on display, each item with a seed of its
 * own, since options are shuffled. A gate over nothing passes.
 */
export function computeGates(questions: readonly Question[], examinable: readonly string[], disputed: ReadonlySet<string> = new Set()): Gate[] {
  const choices = questions.filter((q): q is Choice => q.type === 'single-choice' && q.options.length === 4);
  const concepts = Map.groupBy(questions, (q) => q.concept);
  const twoTypes = [...concepts.values()].map((items) => new Set(items.map((q) => q.type)).size >= 2);
  const judged = questions.filter((q) => q.type === 'tf-reason').map((q) => q.answer);
  const many = questions.filter((q) => q.type === 'multiple-choice');
  return [
    atLeast('coverage', share(examinable.map((id) => concepts.has(id))), 0.95),
    atLeast('typesPerConcept', share(twoTypes), 0.9),
    atLeast('keyPosition', uniformity(choices.filter((q) => !q.keepOrder).map((q) => keyPlace(q, seedOf(q.id)))), 0.05),
    ...LANGS.map((lang) => atMost(`keyLongest.${lang}`, share(choices.map((q) => keyIsLongest(q, lang)), 0), 0.3)),
    atMost('trueFalse', Math.max(share(judged, 0.5), 1 - share(judged, 0.5)), 0.55),
    atMost('tickAll', mean(many.map(tickAll)), 0.35),
    atMost('allOrNone', questions.flatMap(optionTexts).filter((text) => ALL_OR_NONE.test(text)).length, 0),
    atLeast('errata', share(questions.filter((q) => disputed.has(q.concept)).map((q) => (q.noteConflict ?? q.noConflict) !== undefined)), 1),
    atLeast('placeholders', share(questions.map(samePlaceholders)), 1),
  ];
}

const atLeast = (id: string, value: number, threshold: number): Gate => ({ id, value, threshold, passed: value >= threshold });
const atMost = (id: string, value: number, threshold: number): Gate => ({ id, value, threshold, passed: value <= threshold });

const share = (facts: readonly boolean[], ofNothing = 1): number => (facts.length ? facts.filter(Boolean).length / facts.length : ofNothing);
const mean = (values: readonly number[]): number => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : 0);

/** p of Pearson's χ² test that the four places are equally likely; 1 without data. */
export function uniformity(places: readonly number[]): number {
  const expected = places.length / 4;
  if (expected === 0) return 1;
  return survival([0, 1, 2, 3].reduce((sum, place) => sum + (places.filter((p) => p === place).length - expected) ** 2 / expected, 0));
}

/** P(χ² > x) with three degrees of freedom: erfc(√(x/2)) + √(2x/π)·e^(−x/2). */
const survival = (x: number): number => erfc(Math.sqrt(x / 2)) + Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2);

/** Abramowitz & Stegun 7.1.26, error below 1.5e-7 for x ≥ 0. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  return t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
}

function keyIsLongest(question: Choice, lang: 'tr' | 'en'): boolean {
  const key = question.options.find((o) => o.correct)!;
  return question.options.every((o) => o === key || o[lang].length < key[lang].length);
}

/** What ticking every option earns: (correct − wrong) / correct, at least 0. */
function tickAll({ options }: QuestionOf<'multiple-choice'>): number {
  const correct = options.filter((o) => o.correct).length;
  return Math.max(0, (2 * correct - options.length) / correct);
}

const ALL_OR_NONE = /yukarıdakilerin|^(hepsi|hiçbiri)\b|\b(all|none) of (the above|these)\b/i;

function optionTexts(question: Question): string[] {
  const options = 'options' in question ? question.options : 'reasons' in question ? question.reasons : [];
  return options.flatMap((o) => [o.tr, o.en]);
}

function samePlaceholders({ stem }: Question): boolean {
  const names = (text: string) => [...text.matchAll(/\$\{(\w+)\}/g)].map((m) => m[1]).toSorted().join();
  return names(stem.tr) === names(stem.en);
}
