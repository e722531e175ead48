import { expect, test } from 'vitest';
import { instant } from '../clock.ts';
import { startRefusal } from './offer.ts';

const always = { opensAt: null, closesAt: null, attemptsMax: null, withdrawnAt: null };

test.each([
  ['an exam without rules starts as often as one likes', always, 99, 0, null],
  ['before it opens', { ...always, opensAt: instant(10) }, 0, 9, 'exam.notOpen'],
  ['at the opening instant', { ...always, opensAt: instant(10) }, 0, 10, null],
  ['just before it closes', { ...always, closesAt: instant(10) }, 0, 9, null],
  ['at the closing instant', { ...always, closesAt: instant(10) }, 0, 10, 'exam.closed'],
  ['with a sitting left', { ...always, attemptsMax: 2 }, 1, 0, null],
  ['with no sitting left', { ...always, attemptsMax: 2 }, 2, 0, 'exam.noAttemptsLeft'],
  ['withdrawn, whatever else holds', { ...always, withdrawnAt: instant(0), opensAt: instant(10) }, 0, 0, 'exam.withdrawn'],
])('%s', (_name, rules, sittings, now, refusal) => expect(startRefusal(rules, sittings, instant(now))).toBe(refusal));
