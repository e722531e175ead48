import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resolveSave } from '#lib/core/exams/attempt.ts';
import { makeSaver, type SaveState } from './saver.ts';
import type { Sent } from './send.ts';
import type { Unsent } from './unsent.ts';

type Reply = Sent<{ savedAt: number }>;
const done: Reply = { kind: 'done', value: { savedAt: 42 } };

let replies: Reply[];
let posted: [string, Unsent][];
let states: SaveState[];
const stored = new Map<string, string>();

/** A server that answers from `replies`, then always well; a device that remembers. */
function saver(sequences: [string, number][] = [['q1', 0], ['q2', 0]]) {
  const post = async (_attempt: string, variant: string, given: Unsent) => {
    posted.push([variant, given]);
    return replies.shift() ?? done;
  };
  return makeSaver('att', new Map(sequences), (state) => states.push(state), post);
}
const text = (value: string) => ({ answer: { text: value }, flagged: false });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', { getItem: (k: string) => stored.get(k) ?? null, setItem: (k: string, v: string) => stored.set(k, v), removeItem: (k: string) => stored.delete(k) });
  stored.clear();
  [replies, posted, states] = [[], [], []];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a burst of typing is one save of the last state, with the number after the one the page came with', async () => {
  const s = saver([['q1', 4]]);
  ['a', 'ab', 'abc'].forEach((value) => s.save('q1', text(value)));
  await vi.advanceTimersByTimeAsync(600);
  expect(posted).toEqual([['q1', { ...text('abc'), sequence: 5 }]]);
  expect(states.at(-1)).toEqual({ kind: 'saved', at: 42 });
  expect(stored.size).toBe(0);
});

test('whoever never pauses is saved within five seconds all the same', async () => {
  const s = saver();
  for (let ms = 0; ms < 5000; ms += 500) {
    s.save('q1', text(String(ms)));
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(posted.length).toBe(1);
});

test.each(['away', 'loggedOut'] as const)('%s: the change is kept on the device and sent again, less and less often', async (kind) => {
  replies = [{ kind }, { kind }, { kind }];
  const s = saver();
  s.save('q1', text('x'));
  await vi.advanceTimersByTimeAsync(600);
  expect(states.at(-1)).toEqual({ kind });
  expect(JSON.parse(stored.get('derin.unsent.att')!)).toEqual([['q1', { ...text('x'), sequence: 1 }]]);
  await vi.advanceTimersByTimeAsync(1999);
  expect(posted.length).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(posted.length).toBe(2);
  await vi.advanceTimersByTimeAsync(4000 + 8000);
  expect(posted.length).toBe(4);
  expect(states.at(-1)).toEqual({ kind: 'saved', at: 42 });
  expect([s.hasUnsent(), stored.size]).toEqual([false, 0]);
});

test('a refusal stays in sight until that question is saved', async () => {
  replies = [{ kind: 'refused', code: 'exam.staleSave' }];
  const s = saver();
  s.save('q1', text('x'));
  await s.settle();
  s.save('q2', text('y'));
  await s.settle();
  expect(states.at(-1)).toEqual({ kind: 'refused', code: 'exam.staleSave' });
  s.save('q1', text('z'));
  await s.settle();
  expect(states.at(-1)).toEqual({ kind: 'saved', at: 42 });
});

/** The stored response of one question, by the server's own rule. */
function server() {
  let kept: Unsent | null = null;
  const post = async (_attempt: string, _variant: string, given: Unsent): Promise<Reply> => {
    const verdict = resolveSave(kept, given);
    if (verdict === 'write') kept = given;
    return verdict === 'stale' ? { kind: 'refused', code: 'exam.staleSave' } : done;
  };
  const tab = (base: number, via = post) => makeSaver('att', new Map([['q1', base]]), (state) => states.push(state), via);
  return { post, tab, kept: () => kept };
}

test('a stale tab is refused however long one types in it, and after a reload it saves again', async () => {
  const { tab, kept } = server();
  const [fresh, stale] = [tab(0), tab(0)];
  fresh.save('q1', text('0,375'));
  await fresh.settle();
  for (const value of ['1', '12', '123', '1234']) {
    stale.save('q1', text(value));
    stale.save('q1', text(`${value}5`));
    await stale.settle();
    expect(states.at(-1)).toEqual({ kind: 'refused', code: 'exam.staleSave' });
  }
  stale.save('q1', text('sent'));
  const sending = stale.settle();
  stale.save('q1', text('made meanwhile'));
  await sending;
  await stale.settle();
  expect(kept()).toEqual({ ...text('0,375'), sequence: 1 });
  const reloaded = tab(kept()!.sequence);
  reloaded.save('q1', text('12345'));
  await reloaded.settle();
  expect(kept()).toEqual({ ...text('12345'), sequence: 2 });
});

test('a save whose confirmation was lost does not make its own tab stale', async () => {
  const { tab, post, kept } = server();
  let isLost = true;
  const lossy = tab(3, async (...args) => {
    const reply = await post(...args);
    return isLost ? { kind: 'away' } : reply;
  });
  lossy.save('q1', text('a'));
  await lossy.settle();
  lossy.save('q1', text('ab'));
  isLost = false;
  expect(await lossy.settle()).toBe(true);
  expect(kept()).toEqual({ ...text('ab'), sequence: 5 });
  expect(states.at(-1)).toEqual({ kind: 'saved', at: 42 });
});

test('settling says whether everything has arrived', async () => {
  replies = [{ kind: 'away' }];
  const s = saver();
  s.save('q1', text('x'));
  expect(await s.settle()).toBe(false);
  expect(await s.settle()).toBe(true);
});

test('a change made while its question is being sent is sent after it', async () => {
  const s = saver();
  s.save('q1', text('old'));
  const sending = s.settle();
  s.save('q1', text('new'));
  await sending;
  await vi.advanceTimersByTimeAsync(1000);
  expect(posted.map(([, given]) => given.answer)).toEqual([{ text: 'old' }, { text: 'new' }]);
  expect(s.hasUnsent()).toBe(false);
});

test('a new tab takes over what the old one could not send, but nothing the server has newer, nor of another paper', async () => {
  stored.set('derin.unsent.att', JSON.stringify([['q1', { ...text('kept'), sequence: 3 }], ['q2', { ...text('outdated'), sequence: 3 }], ['q9', { ...text('foreign'), sequence: 9 }]]));
  const s = saver([['q1', 2], ['q2', 3]]);
  expect([...s.restore()]).toEqual([['q1', text('kept')]]);
  await vi.advanceTimersByTimeAsync(0);
  s.save('q1', text('more'));
  await s.settle();
  expect(posted).toEqual([['q1', { ...text('kept'), sequence: 3 }], ['q1', { ...text('more'), sequence: 4 }]]);
});

test('a device without storage still sends', async () => {
  vi.stubGlobal('localStorage', undefined);
  const s = saver();
  expect(s.restore().size).toBe(0);
  s.save('q1', text('x'));
  expect(await s.settle()).toBe(true);
});
