import { expect, test } from 'vitest';
import { computeGates, uniformity } from './gates.ts';
import { questionSchema, type Question } from './schema.ts';

const text = (t: string) => ({ tr: t, en: t });
const base = { version: 1, concept: 'c1', difficulty: 1, bloom: 'apply', timeSeconds: 60, lines: [1], stem: text('?') };
const option = (id: string, correct: boolean, t = id) => ({ id, correct, ...text(t), feedback: text('f') });
const single = (id: string, over: object = {}) => questionSchema.parse({ ...base, id, type: 'single-choice', options: [option('a', true), option('b', false), option('c', false), option('d', false)], ...over });
const judge = (id: string, answer: boolean) => questionSchema.parse({ ...base, id, type: 'tf-reason', answer, reasons: [option('a', true), option('b', false), option('c', false)] });
const many = (id: string, correct: number) => questionSchema.parse({ ...base, id, type: 'multiple-choice', options: ['a', 'b', 'c', 'd', 'e'].map((o, i) => option(o, i < correct)) });

const gate = (questions: Question[], id: string, examinable = ['c1']) => computeGates(questions, examinable).find((g) => g.id === id)!;

test.each([
  // counts per place, χ² = Σ(o − e)²/e, p from a printed χ² table with 3 degrees of freedom
  [[10, 10, 10, 10], 0, 1], [[40, 0, 0, 0], 120, 0], [[15, 8, 8, 9], 3.4, 0.334], [[18, 6, 9, 7], 9, 0.0293],
])('places %j (χ² %d) have p = %d', (counts, _chi2, p) => {
  expect(uniformity(counts.flatMap((n, place) => Array<number>(n).fill(place)))).toBeCloseTo(p, 3);
});

test('the longest option is the key in half of the items', () => {
  const long = single('l', { options: [option('a', true, 'a long one'), option('b', false), option('c', false), option('d', false)] });
  expect(gate([long, single('s')], 'keyLongest.tr')).toEqual({ id: 'keyLongest.tr', value: 0.5, threshold: 0.3, passed: false });
  expect(gate([single('s')], 'keyLongest.en').passed).toBe(true);
});

test.each([[[true, true, true, false], 0.75, false], [[true, false], 0.5, true], [[false, false, false, true], 0.75, false], [[], 0.5, true]])(
  'answers %j: always the commoner one is right in %d', (answers, value, passed) =>
    expect(gate(answers.map((a, i) => judge(`j${i}`, a)), 'trueFalse')).toMatchObject({ value, passed }));

test.each([[3, 1 / 3, true], [4, 0.75, false], [2, 0, true]])('ticking all of five with %d right earns %d', (correct, value, passed) => {
  const found = gate([many('m', correct)], 'tickAll');
  expect(found.value).toBeCloseTo(value, 12);
  expect(found.passed).toBe(passed);
});

test.each([['Hepsi', 1], ['Yukarıdakilerin hiçbiri', 1], ['Hepsini karıştırır', 0], ['All of the above', 1], ['All layers', 0]])('the option %s counts %d times as all-or-none', (t, times) => {
  const options = [option('a', true), option('b', false), option('c', false), { ...option('d', false), tr: t }];
  expect(gate([single('s', { options })], 'allOrNone').value).toBe(times);
});

test('coverage counts the concepts that can be asked', () => {
  expect(gate([single('s')], 'coverage', ['c1', 'c2']).value).toBe(0.5);
  expect(gate([], 'coverage', []).passed).toBe(true);
});

test('a concept asked in one way only is counted', () => {
  expect(gate([single('s'), judge('j', true)], 'typesPerConcept').value).toBe(1);
  expect(gate([single('s'), single('t')], 'typesPerConcept').value).toBe(0);
});

test('both languages must insert the same parameters', () => {
  expect(gate([single('s', { stem: { tr: '${a}', en: '${b}' } })], 'placeholders').passed).toBe(false);
});

test('a question on what the notes have wrong names the erratum or says why it does not touch it', () => {
  const errata = (q: Question) => computeGates([q], ['c1'], new Set(['c1'])).find((g) => g.id === 'errata')!.passed;
  expect(errata(single('s'))).toBe(false);
  expect(errata(single('s', { noteConflict: 'E33' }))).toBe(true);
  expect(errata(single('s', { noConflict: 'counts bytes, whatever the order of the axes' }))).toBe(true);
  expect(errata(single('s', { concept: 'c2' }))).toBe(true);
});
