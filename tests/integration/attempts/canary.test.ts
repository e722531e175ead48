import { beforeEach, expect, test, vi } from 'vitest';
import { LANGS, type Lang } from '#lib/core/lang.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import { handIn } from '#lib/services/attempts/hand-in.ts';
import { viewPaper } from '#lib/services/attempts/paper.ts';
import { viewResult } from '#lib/services/attempts/result.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import { renderItems } from '../../../app/attempts/[id]/_paper/render.tsx';
import { CANARY, KEY_PARTS, makeWorld, QUESTIONS, type World } from './world.ts';

const locale = vi.hoisted(() => ({ now: 'tr' as Lang }));
vi.mock('next-intl/server', () => ({ getLocale: async () => locale.now }));

/** Names of fields that hold or tell a key. */
const FORBIDDEN = ['correct', 'feedback', 'solution', 'accept', 'slips', 'misconception', 'key', 'tolerance', 'params', 'seed', 'twin', 'check', 'noteConflict', 'source'];

let world: World;
let attempt: AttemptId;
beforeEach(async () => {
  world = makeWorld();
  const started = await startAttempt(world.deniz, world.exam);
  if (!started.ok) throw new Error(started.error.code);
  attempt = started.value;
});

test.each(LANGS)('nothing of a key leaves the server before hand-in, for any question type (%s)', async (lang) => {
  locale.now = lang;
  const view = viewPaper(world.deniz, attempt, lang);
  if (!view.ok) throw new Error(view.error.code);
  expect(new Set(view.value.items.map((i) => i.view.type)).size).toBe(QUESTIONS.length);
  const payloads = [JSON.stringify(view.value), JSON.stringify(await renderItems(view.value.items))];
  for (const payload of payloads) {
    for (const secret of [CANARY, ...KEY_PARTS]) expect(payload).not.toContain(secret);
    for (const field of FORBIDDEN) expect(payload).not.toContain(`"${field}":`);
  }
});

test('the canaries are planted: after hand-in the result carries all of them', () => {
  handIn(world.deniz, attempt);
  const result = viewResult(world.deniz, attempt, 'tr');
  if (!result.ok) throw new Error(result.error.code);
  for (const item of result.value.items) expect(JSON.stringify(item.review)).toContain(CANARY);
  for (const part of KEY_PARTS) expect(JSON.stringify(result.value.items)).toContain(part);
});
