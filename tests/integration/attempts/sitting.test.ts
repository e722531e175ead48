import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { operator } from '#lib/auth/actors.ts';
import type { AttemptId, VariantId } from '#lib/core/ids.ts';
import { instant } from '#lib/core/clock.ts';
import { attempts, variantReports, variants } from '#drizzle/schema/index.ts';
import { database } from '#lib/data/database.ts';
import { selectAttempt, selectPaper, selectResponse } from '#lib/data/attempts.ts';
import { newId } from '#lib/data/source.ts';
import { handIn, handInOverdue } from '#lib/services/attempts/hand-in.ts';
import { viewPaper } from '#lib/services/attempts/paper.ts';
import { viewResult } from '#lib/services/attempts/result.ts';
import { saveResponse } from '#lib/services/attempts/save.ts';
import { startAttempt, startSimilar } from '#lib/services/attempts/start.ts';
import { listOffers } from '#lib/services/practice/list.ts';
import { makeWorld, publishFromBank, QUESTIONS, type World } from './world.ts';

const NOON = Date.UTC(2026, 10, 24, 9);
const DURATION_MS = 600_000;
const GRACE_MS = 30_000;
let world: World;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  world = makeWorld();
});
afterEach(() => vi.useRealTimers());

async function sit(): Promise<AttemptId> {
  const started = await startAttempt(world.deniz, world.exam);
  if (!started.ok) throw new Error(started.error.code);
  return started.value;
}
const place = (attempt: AttemptId, question: string): VariantId => selectPaper(attempt).find((row) => row.variant.question === question)!.variant.id;
const save = (attempt: AttemptId, question: string, answer: unknown, sequence = 1) => saveResponse(world.deniz, attempt, place(attempt, question), { answer, flagged: false, sequence });
const code = (result: { ok: boolean; error?: { code: string } }) => result.error?.code;

describe('starting', () => {
  test('two clicks at once make one paper of eight stored variants', async () => {
    const [first, second] = await Promise.all([sit(), sit()]);
    expect(second).toBe(first);
    expect(database().select().from(attempts).all()).toHaveLength(1);
    expect(database().select().from(variants).all()).toHaveLength(QUESTIONS.length);
    expect(selectAttempt(first)).toMatchObject({ state: 'open', number: 1, dueAt: NOON + DURATION_MS, scoreMax: 800 });
  });

  test('after hand-in the next start is a new sitting', async () => {
    const first = await sit();
    handIn(world.deniz, first);
    expect(selectAttempt(await sit())).toMatchObject({ number: 2, state: 'open' });
  });

  test('a forgotten paper is handed in by the clock before a new one starts', async () => {
    const first = await sit();
    vi.setSystemTime(NOON + DURATION_MS + GRACE_MS + 1);
    expect(await sit()).not.toBe(first);
    expect(selectAttempt(first)).toMatchObject({ state: 'handedIn', handedInBy: 'clock' });
  });

  test.each([
    ['of an unknown exam', {}, () => newId('exam'), 'exam.notFound'],
    ['before it opens', { opensAt: instant(NOON + 1) }, null, 'exam.notOpen'],
    ['after it closed', { closesAt: instant(NOON) }, null, 'exam.closed'],
    ['without an attempt left', { attemptsMax: 0 }, null, 'exam.noAttemptsLeft'],
    ['of a withdrawn exam', { withdrawnAt: instant(NOON) }, null, 'exam.withdrawn'],
  ])('%s is refused', async (_name, rules, id, refusal) => {
    world = makeWorld(rules);
    expect(code(await startAttempt(world.deniz, id?.() ?? world.exam))).toBe(refusal);
  });

  test("of another course's exam looks like an unknown one", async () => expect(code(await startAttempt(world.outsider, world.exam))).toBe('exam.notFound'));

  test('a bank too small for the blueprint says which section', async () => {
    database().run('update question_versions set retired_at = 1 where question = \'sc\'');
    expect(await startAttempt(world.deniz, world.exam)).toEqual({ ok: false, error: { code: 'exam.quotaUnmet', values: { section: 1, wanted: 8, available: 7 } } });
  });
});

describe('saving', () => {
  test('keeps what was typed and hands it back with the paper', async () => {
    const attempt = await sit();
    expect(save(attempt, 'nu', { text: '1.000' }, 3)).toEqual({ ok: true, value: { savedAt: NOON, issues: [{ code: 'formats.thousands', field: 'text' }], receipt: expect.anything() } });
    const view = viewPaper(world.deniz, attempt, 'tr');
    expect(view.ok && view.value.items.find((i) => i.variant === place(attempt, 'nu'))).toMatchObject({ answer: { text: '1.000' }, flagged: false, sequence: 3 });
  });

  test('a late older save changes nothing, the same save again is confirmed with its first time', async () => {
    const attempt = await sit();
    save(attempt, 'nu', { text: '2' }, 2);
    vi.setSystemTime(NOON + 5000);
    expect(code(save(attempt, 'nu', { text: '1' }, 1))).toBe('exam.staleSave');
    expect(save(attempt, 'nu', { text: '2' }, 2)).toEqual({ ok: true, value: { savedAt: NOON, issues: [], receipt: expect.anything() } });
    expect(code(save(attempt, 'nu', { text: '3' }, 2))).toBe('exam.staleSave');
    expect(selectResponse(place(attempt, 'nu'))).toMatchObject({ answer: { text: '2' }, sequence: 2, savedAt: NOON });
  });

  test.each(QUESTIONS.map((q) => [(q.question as { id: string }).id, q.right, q.wrong]))('%s: the wrong shape is refused and loses nothing', async (question, right, wrong) => {
    const attempt = await sit();
    expect(save(attempt, question, right).ok).toBe(true);
    expect(code(save(attempt, question, wrong, 2))).toBe('exam.wrongForm');
    expect(selectResponse(place(attempt, question))).toMatchObject({ answer: right, sequence: 1 });
  });

  test('an answer can be taken back', async () => {
    const attempt = await sit();
    save(attempt, 'sc', { option: 'a' });
    expect(save(attempt, 'sc', null, 2).ok).toBe(true);
    handIn(world.deniz, attempt);
    expect(selectAttempt(attempt)?.score).toBe(0);
  });

  test.each([[0, undefined], [GRACE_MS, undefined], [GRACE_MS + 1, 'exam.timeOver']])('%d ms after the end: %s', async (late, refusal) => {
    const attempt = await sit();
    vi.setSystemTime(NOON + DURATION_MS + late);
    expect(code(save(attempt, 'sc', { option: 'a' }))).toBe(refusal);
  });

  test('after hand-in is refused and the result stands', async () => {
    const attempt = await sit();
    handIn(world.deniz, attempt);
    expect(code(save(attempt, 'sc', { option: 'a' }))).toBe('exam.handedIn');
    expect(selectResponse(place(attempt, 'sc'))).toBeUndefined();
  });

  test("into another student's paper, or another paper's question, is not found", async () => {
    const [attempt, other] = [await sit(), await startAttempt(world.isil, world.exam)];
    const input = { answer: null, flagged: true, sequence: 1 };
    expect(code(saveResponse(world.isil, attempt, place(attempt, 'sc'), input))).toBe('exam.notFound');
    expect(other.ok && code(saveResponse(world.isil, other.value, place(attempt, 'sc'), input))).toBe('exam.notFound');
    expect(code(saveResponse(world.deniz, attempt, newId('variant'), input))).toBe('exam.notFound');
  });
});

describe('handing in', () => {
  test('right answers to every type earn every point, in one topic', async () => {
    const attempt = await sit();
    for (const { question, right } of QUESTIONS) expect(save(attempt, (question as { id: string }).id, right).ok).toBe(true);
    expect(handIn(world.deniz, attempt).ok).toBe(true);
    const result = viewResult(world.deniz, attempt, 'en');
    expect(result.ok && result.value.attempt).toMatchObject({ score: 800, scoreMax: 800, handedInBy: 'student' });
    expect(result.ok && result.value.topics).toMatchObject([{ topic: 'tensors', score: 800, max: 800 }]);
  });

  test('twice answers the same and grades once; an unreadable number earns nothing and says why', async () => {
    const attempt = await sit();
    save(attempt, 'sc', { option: 'a' });
    save(attempt, 'nu', { text: '1.000' });
    expect(handIn(world.deniz, attempt)).toEqual(handIn(world.deniz, attempt));
    expect(database().select().from(variantReports).all()).toHaveLength(2);
    const result = viewResult(world.deniz, attempt, 'en');
    const item = result.ok ? result.value.items.find((i) => i.variant === place(attempt, 'nu')) : undefined;
    expect(item).toMatchObject({ score: 0, report: { outcome: 'ungradable', issues: [{ code: 'formats.thousands' }] } });
    expect(selectAttempt(attempt)?.score).toBe(100);
  });

  test('the server hands in what is saved once the grace has passed, and not before', async () => {
    const attempt = await sit();
    save(attempt, 'sc', { option: 'a' });
    vi.setSystemTime(NOON + DURATION_MS + GRACE_MS);
    expect(handInOverdue(operator())).toBe(0);
    vi.setSystemTime(NOON + DURATION_MS + GRACE_MS + 1);
    expect(handInOverdue(operator())).toBe(1);
    expect(handInOverdue(operator())).toBe(0);
    expect(selectAttempt(attempt)).toMatchObject({ state: 'handedIn', handedInBy: 'clock', score: 100 });
  });

  test('a paper opened after its end is over, even before the worker has come round', async () => {
    const attempt = await sit();
    vi.setSystemTime(NOON + DURATION_MS + GRACE_MS + 1);
    expect(code(viewPaper(world.deniz, attempt, 'tr'))).toBe('exam.handedIn');
    expect(viewResult(world.deniz, attempt, 'tr').ok).toBe(true);
  });

  test("another student's paper and result look like ones that do not exist", async () => {
    const attempt = await sit();
    expect(code(handIn(world.isil, attempt))).toBe('exam.notFound');
    expect(code(viewPaper(world.isil, attempt, 'tr'))).toBe('exam.notFound');
    expect(code(viewResult(world.isil, attempt, 'tr'))).toBe('exam.notFound');
    expect(code(viewResult(world.deniz, attempt, 'tr'))).toBe('exam.stillOpen');
  });
});

describe('trying a similar one', () => {
  test('a computed question comes again with other numbers and no clock', async () => {
    database().run('delete from question_versions');
    publishFromBank('activations/t-act-softmax.yml', 'activations');
    database().run(`update exams set content = json_set(content, '$.sections', json('[{"topics":["activations"],"count":1}]'))`);
    const attempt = await sit();
    const before = selectPaper(attempt)[0]!.variant;
    handIn(world.deniz, attempt);
    const drill = await startSimilar(world.deniz, before.id);
    expect(drill.ok && selectAttempt(drill.value)).toMatchObject({ examId: null, dueAt: null, state: 'open', scoreMax: 100 });
    const after = drill.ok ? selectPaper(drill.value)[0]!.variant : before;
    expect(after.question).toBe('t-act-softmax');
    expect(after.content.params).not.toEqual(before.content.params);
  });

  test('a fixed question gives way to another of its concept', async () => {
    database().run("update question_versions set concept = 'one' where question = 'mc'");
    const attempt = await sit();
    handIn(world.deniz, attempt);
    const drill = await startSimilar(world.deniz, place(attempt, 'sc'));
    expect(drill.ok && selectPaper(drill.value).map((row) => row.variant.question)).toEqual(['mc']);
  });

  test('two clicks at once make one drill, a third finds it, and after hand-in the next is another', async () => {
    const attempt = await sit();
    handIn(world.deniz, attempt);
    const variant = place(attempt, 'sc');
    const [first, second] = await Promise.all([startSimilar(world.deniz, variant), startSimilar(world.deniz, variant)]);
    expect(second).toEqual(first);
    expect(await startSimilar(world.deniz, variant)).toEqual(first);
    const other = await startSimilar(world.deniz, place(attempt, 'mc'));
    expect(other).not.toEqual(first);
    if (first.ok) handIn(world.deniz, first.value);
    const next = await startSimilar(world.deniz, variant);
    expect(next).not.toEqual(first);
    expect(database().select().from(attempts).all().map(({ drillOf, number }) => [drillOf, number])).toEqual([[null, 1], [variant, 1], [place(attempt, 'mc'), 1], [variant, 2]]);
  });

  test("is refused while the paper is open, and for another student's question", async () => {
    const attempt = await sit();
    expect(code(await startSimilar(world.deniz, place(attempt, 'sc')))).toBe('exam.stillOpen');
    expect(code(await startSimilar(world.isil, place(attempt, 'sc')))).toBe('exam.notFound');
    expect(code(await startSimilar(world.deniz, newId('variant')))).toBe('exam.notFound');
  });
});

test('the offers of a course carry the own state and leave out what is withdrawn', async () => {
  const attempt = await sit();
  expect(listOffers(world.deniz, 'tr')).toMatchObject([{ exam: world.exam, questions: 8, sittings: 1, bestFraction: null, open: { id: attempt } }]);
  save(attempt, 'sc', { option: 'a' });
  handIn(world.deniz, attempt);
  expect(listOffers(world.deniz, 'tr')).toMatchObject([{ sittings: 1, bestFraction: 0.125, open: null, last: { id: attempt } }]);
  expect(listOffers(world.isil, 'tr')).toMatchObject([{ sittings: 0, open: null }]);
  expect(listOffers(world.outsider, 'tr')).toEqual([]);
});
