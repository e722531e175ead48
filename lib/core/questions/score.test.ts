import { describe, expect, test } from 'vitest';
import { questionSchema, type Question } from './schema.ts';
import { correctAnswer } from './key.ts';
import { makeVariant } from './make.ts';
import { isEmpty, scoreAnswer } from './score.ts';
import { toStudentView } from './view.ts';
import { toReview } from './review.ts';

const CANARY = 'kanarya-7f3a';
const text = (t: string) => ({ tr: t, en: t });
const common = { version: 1, concept: 'act-relu', difficulty: 1, bloom: 'apply', timeSeconds: 60, lines: [1], stem: text('stem'), solution: text(CANARY), source: CANARY };
const option = (id: string, correct: boolean) => ({ id, correct, ...text(`option ${id}`), feedback: text(CANARY) });

const BANK: Record<Question['type'], unknown> = {
  'single-choice': { ...common, id: 'sc', type: 'single-choice', options: [option('a', true), option('b', false), option('c', false)] },
  'multiple-choice': { ...common, id: 'mc', type: 'multiple-choice', options: [option('a', true), option('b', true), option('c', true), option('d', false), option('e', false)] },
  'tf-reason': { ...common, id: 'tf', type: 'tf-reason', answer: false, reasons: [option('a', true), option('b', false), option('c', false)] },
  numeric: { ...common, id: 'nu', type: 'numeric', key: 0.375, tolerance: 0.001, slips: [{ id: 'mae', value: 0.5, feedback: text(CANARY) }] },
  shape: { ...common, id: 'sh', type: 'shape', key: [null, 26, 26, 32], slips: [{ id: 'same', value: [null, 28, 28, 32], feedback: text(CANARY) }] },
  table: {
    ...common, id: 'tb', type: 'table', columns: [{ id: 'x', ...text('X') }, { id: 'y', ...text('Y') }],
    choices: { x: [{ id: 'u', ...text('u') }, { id: 'o', ...text('o') }], y: [{ id: 'u', ...text('u') }, { id: 'o', ...text('o') }] },
    rows: [{ id: 'r1', ...text('1'), key: { x: 'u', y: 'o' }, feedback: text(CANARY) }, { id: 'r2', ...text('2'), key: { x: 'o', y: 'o' }, feedback: text(CANARY) }],
  },
  interval: { ...common, id: 'iv', type: 'interval', key: { left: '[', low: 0, high: 'inf', right: ')' }, feedback: text(CANARY) },
  'cloze-code': {
    ...common, id: 'cl', type: 'cloze-code', program: "Dense({{b1}}, activation='{{b2}}')", twin: CANARY,
    blanks: [{ id: 'b1', accept: ['1'], feedback: text(CANARY) }, { id: 'b2', accept: ['sigmoid', 'hard_sigmoid'], feedback: text(CANARY) }],
  },
};
const question = (type: Question['type']) => questionSchema.parse(BANK[type]);
const variantOf = (q: Question) => makeVariant(q, null, 5, null);
const grade = (type: Question['type'], answer: unknown) => scoreAnswer(question(type), variantOf(question(type)), answer);
const fraction = (type: Question['type'], answer: unknown) => {
  const report = grade(type, answer);
  return report.outcome === 'graded' ? report.fraction : report.outcome;
};

describe('fractions follow the scoring table', () => {
  test.each<[Question['type'], unknown, number | string]>([
    ['single-choice', { option: 'a' }, 1], ['single-choice', { option: 'b' }, 0], ['single-choice', { option: 'z' }, 'ungradable'],
    ['multiple-choice', { options: ['a', 'b', 'c'] }, 1], ['multiple-choice', { options: ['a', 'b'] }, 2 / 3], ['multiple-choice', { options: ['a', 'd'] }, 0],
    ['multiple-choice', { options: ['a', 'b', 'd'] }, 1 / 3], ['multiple-choice', { options: ['a', 'b', 'c', 'd', 'e'] }, 1 / 3], ['multiple-choice', { options: ['d', 'e'] }, 0], ['multiple-choice', { options: [] }, 'ungradable'],
    ['multiple-choice', { options: ['a', 'a', 'a'] }, 1 / 3],
    ['tf-reason', { value: false, reason: 'a' }, 1], ['tf-reason', { value: false, reason: 'b' }, 0.4], ['tf-reason', { value: true, reason: 'a' }, 0], ['tf-reason', { value: false }, 0.4], ['tf-reason', {}, 'ungradable'],
    ['numeric', { text: '0,375' }, 1], ['numeric', { text: '3/8' }, 1], ['numeric', { text: '0.3759' }, 1], ['numeric', { text: '0.377' }, 0], ['numeric', { text: '0.5' }, 0.5], ['numeric', { text: '1.000' }, 'ungradable'], ['numeric', { text: 'x' }, 'ungradable'],
    ['shape', { text: '(None, 26, 26, 32)' }, 1], ['shape', { text: '26,26,32' }, 1], ['shape', { text: '(None,28,28,32)' }, 0], ['shape', { text: '(None,26,28,32)' }, 0.5], ['shape', { text: '26,28,32' }, 0.5], ['shape', { text: '(8,26,26,32)' }, 0.5], ['shape', { text: '(None,32,26,26)' }, 0], ['shape', { text: '(None, 1, 2, 3)' }, 0], ['shape', { text: '(None, 26)' }, 0], ['shape', { text: '?' }, 0], ['shape', { text: '(a)' }, 'ungradable'],
    ['table', { cells: { r1: { x: 'u', y: 'o' }, r2: { x: 'o', y: 'o' } } }, 1], ['table', { cells: { r1: { x: 'u' } } }, 0.25], ['table', { cells: {} }, 'ungradable'], ['table', { cells: { r1: { x: 'q' } } }, 'ungradable'],
    ['interval', { left: '[', low: '0', high: '∞', right: ')' }, 1], ['interval', { left: '(', low: '0', high: 'inf', right: ')' }, 0.75], ['interval', { left: '[', low: '-1', high: 'inf', right: ')' }, 0.5], ['interval', { left: '[', low: '-1', high: '1', right: ')' }, 0], ['interval', { left: '[', low: '0', high: 'inf', right: ']' }, 0.75], ['interval', { low: '0', high: '1', right: ')' }, 'ungradable'],
    ['cloze-code', { blanks: { b1: ' 1 ', b2: 'sigmoid' } }, 1], ['cloze-code', { blanks: { b1: '1', b2: 'Sigmoid' } }, 0.5], ['cloze-code', { blanks: {} }, 'ungradable'],
    ['numeric', { option: 'a' }, 'ungradable'], ['table', 'x', 'ungradable'],
  ])('%s %j → %s', (type, answer, expected) => {
    const got = fraction(type, answer);
    if (typeof expected === 'number') expect(got).toBeCloseTo(expected, 12);
    else expect(got).toBe(expected);
  });
});

const TYPES = Object.keys(BANK) as Question['type'][];

test.each(TYPES)('the key of a %s question, sent as an answer, earns everything', (type) => {
  expect(fraction(type, correctAnswer(question(type), variantOf(question(type))))).toBe(1);
});

test.each(TYPES)('nothing of the key, feedback, solution or twin of a %s question is in the student view', (type) => {
  const payload = JSON.stringify(toStudentView(question(type), variantOf(question(type)), 'tr'));
  expect(payload).not.toContain(CANARY);
  expect(payload).not.toMatch(/"(correct|answer|key|feedback|slips|solution|accept|twin|lines)"/);
});

test.each(TYPES)('the review of a %s question explains', (type) => {
  const q = question(type);
  const answer = correctAnswer(q, variantOf(q));
  expect(JSON.stringify(toReview(q, variantOf(q), answer, grade(type, answer), 'en'))).toContain(CANARY);
});

test.each([
  [null, true], [{ text: ' ' }, true], [{ text: '0' }, false], [{ options: [] }, true], [{ cells: { r1: {} } }, true], [{ blanks: { b1: '' } }, true],
  [{ left: '(' as const, low: '', high: '', right: ')' as const }, true], [{ value: false }, false], [{}, true],
])('%j counts as unanswered: %s', (answer, empty) => expect(isEmpty(answer)).toBe(empty));

test.each<[Question['type'], Parameters<typeof toReview>[2], Record<string, string>]>([
  ['multiple-choice', { options: ['d'] }, { a: 'correct', b: 'correct', c: 'correct', d: 'incorrect', e: 'incorrect' }],
  ['table', null, { r1: 'empty', r2: 'empty' }],
  ['table', { cells: { r1: { x: 'u', y: 'o' }, r2: {} } }, { r1: 'right', r2: 'empty' }],
  ['table', { cells: { r1: { x: 'u', y: 'u' }, r2: { x: 'o' } } }, { r1: 'wrong', r2: 'wrong' }],
  ['cloze-code', { blanks: { b1: '1', b2: 'relu' } }, { b1: 'right', b2: 'wrong' }],
  ['cloze-code', { blanks: { b1: ' ' } }, { b1: 'empty', b2: 'empty' }],
])('an option is marked by what it is, a row and a blank by what was answered: %s %j', (type, answer, marks) => {
  const q = question(type);
  const { lines } = toReview(q, variantOf(q), answer, answer && grade(type, answer), 'en');
  expect(Object.fromEntries(lines.map(({ id, mark }) => [id, mark]))).toEqual(marks);
});

test('the same seed gives the same order, and every option stays', () => {
  const q = question('multiple-choice');
  expect(makeVariant(q, null, 5, null).order).toEqual(makeVariant(q, null, 5, null).order);
  expect([...makeVariant(q, null, 5, null).order].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(new Set([1, 2, 3, 4, 5].map((s) => makeVariant(q, null, s, null).order.join())).size).toBeGreaterThan(1);
});

test('a slip the author names wins over the forgiven batch axis', () => {
  const q = questionSchema.parse({ ...common, id: 'flat', type: 'shape', key: [null, 960], slips: [{ id: 'batch-flattened', value: [960], feedback: text(CANARY) }] });
  expect(scoreAnswer(q, variantOf(q), { text: '(960,)' })).toEqual({ outcome: 'graded', fraction: 0, checks: [{ id: 'batch-flattened', passed: false, fraction: 0, feedback: text(CANARY) }] });
});

test('a slip typed without its batch axis is still recognised', () => {
  expect(grade('shape', { text: '28,28,32' })).toMatchObject({ fraction: 0, checks: [{ id: 'same' }] });
});

test('slips equal to the key or to each other are dropped, so feedback never contradicts the score', () => {
  const q = questionSchema.parse({ ...common, id: 'gen', type: 'numeric', tolerance: 0.01, slips: [{ id: 's1', feedback: text('1') }, { id: 's2', feedback: text('2') }, { id: 's3', feedback: text('3') }] });
  const generator = { generate: () => ({ params: {}, key: 2, slips: { s1: 2.005, s2: 5, s3: 5.001 } }) };
  const variant = makeVariant(q, generator, 1, {} as never);
  expect(variant.slips).toEqual({ s2: 5 });
});

test.each([[NaN], [[1, 2]]])('a generator whose key is %j is refused', (key) => {
  const q = questionSchema.parse({ ...common, id: 'gen', type: 'numeric', tolerance: 0 });
  expect(() => makeVariant(q, { generate: () => ({ params: {}, key: key as number }) }, 1, {} as never)).toThrow('key');
});
