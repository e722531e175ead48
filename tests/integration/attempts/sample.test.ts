import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LANGS } from '#lib/core/lang.ts';
import { questionSchema } from '#lib/core/questions/schema.ts';
import { database } from '#lib/data/database.ts';
import { trySample, viewSample } from '#lib/services/practice/sample.ts';
import { freshDatabase } from '../../factories/database.ts';
import { CANARY, makeWorld, publish, QUESTIONS } from './world.ts';

const DAY_MS = 24 * 60 * 60_000;
const NOON = Date.UTC(2026, 10, 24, 9);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  makeWorld();
});
afterEach(() => vi.useRealTimers());

const answer = (option: string, question = 'sc', address = '192.0.2.1') =>
  trySample({ question, option }, address, 'en');

test.each(LANGS)(
  'before an answer nothing of the key is shown; an answer shows all of it (%s)',
  async (lang) => {
    const view = viewSample(lang);
    expect(view).toMatchObject({ question: 'sc', lang, stem: `Soru (${lang})` });
    expect(JSON.stringify(view)).not.toMatch(new RegExp(`${CANARY}|correct|feedback|seed`));
    expect(JSON.stringify(await answer('b'))).toContain(CANARY);
  },
);

test.each([
  ['a', { outcome: 'graded', fraction: 1 }],
  ['b', { outcome: 'graded', fraction: 0 }],
  ['z', { outcome: 'ungradable' }],
  ['x'.repeat(100_000), { outcome: 'ungradable' }],
])('option %.5s is judged as on a paper', async (option, report) =>
  expect(await answer(option)).toMatchObject({
    ok: true,
    value: { report, review: { key: { option: 'a' } } },
  }),
);

test('only choices among options are taken, and of no high difficulty', () => {
  const hard = { ...(QUESTIONS[0]!.question as object), difficulty: 3 };
  database().run('delete from question_versions');
  for (const question of [hard, ...QUESTIONS.slice(1).map((q) => q.question)])
    publish(questionSchema.parse(question), 'tensors');
  expect(viewSample('tr')).toBeNull();
  freshDatabase();
  expect(viewSample('tr')).toBeNull();
});

test('the question changes from day to day and comes round to all; that of yesterday is still taken, no other is', async () => {
  for (const id of ['sc2', 'sc3', 'sc4'])
    publish(questionSchema.parse({ ...(QUESTIONS[0]!.question as object), id }), 'tensors');
  const shown = Array.from({ length: 60 }, (_, day) => {
    vi.setSystemTime(NOON + day * DAY_MS);
    return viewSample('tr')!.question;
  });
  expect(new Set(shown).size).toBe(4);
  const last = shown.findLastIndex((id, day) => id !== shown[day - 1]);
  vi.setSystemTime(NOON + last * DAY_MS);
  const taken = await Promise.all(
    ['sc', 'sc2', 'sc3', 'sc4'].map(async (id) => ((await answer('a', id)).ok ? [id] : [])),
  );
  expect(taken.flat().toSorted()).toEqual([shown[last], shown[last - 1]].toSorted());
  expect(await answer('a', 'nu')).toEqual({ ok: false, error: { code: 'exam.sampleOver' } });
});

test('one address gets three hundred answers in a quarter of an hour, another is not held up by it', async () => {
  const granted = [];
  for (let i = 0; i < 310; i++) granted.push((await answer('a', 'sc', '192.0.2.9')).ok);
  expect(granted.filter(Boolean)).toHaveLength(300);
  expect(await answer('a', 'sc', '192.0.2.9')).toEqual({ ok: false, error: { code: 'exam.sampleLimit' } });
  expect((await answer('a', 'sc', '192.0.2.10')).ok).toBe(true);
});
