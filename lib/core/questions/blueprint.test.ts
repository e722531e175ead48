import { describe, expect, test } from 'vitest';
import { assemblePaper, blueprintSchema, keyPlace, paperItemOf, type PaperItem } from './blueprint.ts';
import { makeVariant } from './make.ts';
import { questionSchema, type QuestionOf } from './schema.ts';

const text = (t: string) => ({ tr: t, en: t });
const option = (id: string, correct: boolean) => ({ id, correct, ...text(id), feedback: text('f') });

const question = (id: string, over: object = {}) =>
  questionSchema.parse({
    id, version: 1, type: 'single-choice', concept: `c-${id}`, difficulty: 1, bloom: 'apply', timeSeconds: 60, lines: [1], stem: text('?'),
    options: [option('a', true), option('b', false), option('c', false), option('d', false)], ...over,
  });
const item = (id: string, over: object = {}, topic = 't1'): PaperItem => paperItemOf(question(id, over), topic);
const bank = Array.from({ length: 24 }, (_, i) => item(`q${i}`));

const blueprint = (...sections: object[]) => blueprintSchema.parse({ id: 'b', version: 1, title: text('B'), about: text('B'), durationSeconds: 600, pointsEach: 500, sections });
const paper = (...args: Parameters<typeof assemblePaper>) => {
  const result = assemblePaper(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const ids = (items: { question: string }[]) => items.map((i) => i.question);
const twelve = blueprint({ topics: ['t1'], count: 12 });

test('the same bank, seed and usage give the same paper; another seed another one', () => {
  expect(paper(twelve, bank, 7)).toEqual(paper(twelve, bank, 7));
  expect(ids(paper(twelve, bank, 7)).toSorted()).not.toEqual(ids(paper(twelve, bank, 8)).toSorted());
});

test('no question comes twice, over sections too', () => {
  const both = paper(blueprint({ topics: ['t1'], count: 12 }, { topics: ['t1', 't2'], count: 12 }), bank, 3);
  expect(new Set(ids(both)).size).toBe(24);
});

test('a section that cannot be filled is named with what it wants and what there is', () => {
  expect(assemblePaper(blueprint({ topics: ['t1'], count: 2 }, { topics: ['t2'], count: 1 }), bank, 1)).toEqual({
    ok: false, error: { code: 'exam.quotaUnmet', values: { section: 2, wanted: 1, available: 0 } },
  });
  expect(assemblePaper(blueprint({ topics: ['t1'], count: 25 }), bank, 1)).toMatchObject({ ok: false, error: { values: { wanted: 25, available: 24 } } });
});

test('questions met least come first, and among those the ones met long ago', () => {
  const usage = new Map(bank.map(({ question: id }, i) => [id, i < 12 ? { count: 0, usedAt: 0 } : { count: 1, usedAt: i }]));
  expect(ids(paper(twelve, bank, 5, usage)).toSorted()).toEqual(ids(bank.slice(0, 12)).toSorted());
  const twice = new Map(bank.map(({ question: id }, i) => [id, i < 12 ? { count: 1, usedAt: 90 } : { count: 2, usedAt: 10 }]));
  expect(ids(paper(twelve, bank, 5, twice)).toSorted()).toEqual(ids(bank.slice(0, 12)).toSorted());
  const all = new Map(bank.map(({ question: id }, i) => [id, { count: 1, usedAt: 100 - i }]));
  expect(ids(paper(twelve, bank, 5, all)).toSorted()).toEqual(ids(bank.slice(12)).toSorted());
});

test('a concept comes twice only when every other has come once', () => {
  const crowd = [...Array.from({ length: 10 }, (_, i) => item(`x${i}`, { concept: 'same' })), item('y', { concept: 'other-1' }), item('z', { concept: 'other-2' })];
  for (const seed of [1, 2, 3, 4, 5]) expect(ids(paper(blueprint({ topics: ['t1'], count: 3 }), crowd, seed))).toEqual(expect.arrayContaining(['y', 'z']));
});

const { options: _options, keepOrder: _order, ...shared } = question('n') as QuestionOf<'single-choice'>;
const numeric = { ...shared, type: 'numeric', key: 1, tolerance: 0 };

describe('a section draws only', () => {
  const mixed = [item('easy'), item('hard', { difficulty: 3 }), item('elsewhere', {}, 't2'), paperItemOf(questionSchema.parse(numeric), 't1')];
  test.each([
    [{ topics: ['t2'], count: 1 }, 'elsewhere'], [{ topics: ['t1'], types: ['numeric'], count: 1 }, 'n'], [{ topics: ['t1'], difficulty: [3], count: 1 }, 'hard'],
  ])('%j', (section, expected) => expect(ids(paper(blueprint(section), mixed, 1))).toEqual([expected]));
});

test('a section may give its own points', () => {
  expect(paper(blueprint({ topics: ['t1'], count: 1, points: 200 }, { topics: ['t1'], count: 1 }), bank, 1).map((i) => i.points)).toEqual([200, 500]);
});

test('blocks stay together and get harder', () => {
  const levels = paper(blueprint({ topics: ['t1', 't2'], count: 6 }), [3, 1, 2].flatMap((difficulty, i) => [item(`a${i}`, { difficulty }), item(`b${i}`, { difficulty }, 't2')]), 1);
  expect(levels.map((i) => [i.topic, i.difficulty])).toEqual([['t1', 1], ['t1', 2], ['t1', 3], ['t2', 1], ['t2', 2], ['t2', 3]]);
});

test('each place holds its share of the keys: 3 of 12 with four options, for any seed', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const places = paper(twelve, bank, seed).map((i) => keyPlace(i.content as QuestionOf<'single-choice'>, i.seed));
    expect([0, 1, 2, 3].map((place) => places.filter((p) => p === place).length), `seed ${seed}`).toEqual([3, 3, 3, 3]);
  }
});

test('the place is the one the variant shows', () => {
  const q = question('q');
  for (const seed of [1, 2, 3, 4, 5, 6]) expect(makeVariant(q, null, seed, null).order[keyPlace(q as QuestionOf<'single-choice'>, seed)]).toBe('a');
});
