import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { failureText } from './failure.ts';
import type { Tree } from './messages.ts';

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const [tr, en] = [new Map(leaves(catalogue('tr') as Tree)), new Map(leaves(catalogue('en') as Tree))];
const holes = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((m) => m[1]).toSorted();

test('both languages hold the same messages', () =>
  expect([...en.keys()].toSorted()).toEqual([...tr.keys()].toSorted()));

test.each([...tr])('%s says something in both languages and takes the same values', (key, text) => {
  expect(text.trim()).not.toBe('');
  expect(en.get(key)?.trim()).not.toBe('');
  expect(holes(en.get(key)!)).toEqual(holes(text));
});

const translate = (lang: 'tr' | 'en') => createTranslator({ locale: lang, messages: catalogue(lang) });

test('a failure code becomes its sentence, with its values', () => {
  expect(
    failureText(translate('en'), { code: 'account.unknownEmail', values: { email: 'a@b.org' } }),
  ).toContain('a@b.org');
  expect(failureText(translate('tr'), { code: 'account.wrongPassword' })).toBe(
    tr.get('account.failures.wrongPassword'),
  );
});

test('a code without a sentence is passed on, so that the staff can be told', () => {
  for (const lang of ['tr', 'en'] as const)
    expect(failureText(translate(lang), { code: 'exam.neverHeardOf' })).toContain('exam.neverHeardOf');
});
