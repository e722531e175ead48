import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '#lib/i18n/catalogue.ts';
import type { Tree } from '#lib/i18n/messages.ts';

/** Every code that the source can answer with, and the sentence a person reads for it. */
const FILES = globSync(['app/**/*.{ts,tsx}', 'lib/{auth,core,services,cli}/**/*.ts']).filter(
  (file) => !file.includes('.test.'),
);
const NAMESPACES = [...Object.keys(catalogue('tr')), 'formats'].join('|');
/** `fail('exam.staleSave')`, `refusal(404, 'code.notFound')`, `return 'formats.empty'`, `code: 'formats.noBracket'`, `type Refusal = 'code.notOpen' | …`. */
const BEFORE = String.raw`\b(?:fail|refuse)\(|\brefusal\(\d+, |\breturn |\bcode: |= |\| `;
const CODE = new RegExp(`(?:${BEFORE})'((?:${NAMESPACES})\\.[a-z]\\w+)'`, 'g');
const CODES = [
  ...new Set(
    FILES.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(CODE)].map((match) => match[1]!)),
  ),
].toSorted();

function sentence(code: string, lang: 'tr' | 'en'): string | undefined {
  const [namespace, name] = code.split('.') as [string, string];
  const all = catalogue(lang) as unknown as Record<string, Tree>;
  const place = namespace === 'formats' ? all['exam']!['formats'] : all[namespace]!['failures'];
  return (place as Record<string, string>)[name];
}

test('the source is read: its codes are many, and the known ones are among them', () => {
  expect(CODES.length).toBeGreaterThan(50);
  expect(CODES).toEqual(
    expect.arrayContaining([
      'exam.staleSave',
      'exam.handedIn',
      'code.tooLarge',
      'common.notLoggedIn',
      'formats.thousands',
      'cli.unknownQuestion',
    ]),
  );
});

test.each(CODES)('%s has a sentence in both languages', (code) => {
  const [tr, en] = [sentence(code, 'tr'), sentence(code, 'en')];
  expect([tr, en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  expect(tr).not.toBe(en);
});

/** A format issue stands beside the box it is about, so one clause does: what to write. */
const REFUSALS = CODES.filter((code) => !code.startsWith('formats.'));
test.each(REFUSALS)('%s says what happened and what to do next', (code) => {
  for (const lang of ['tr', 'en'] as const)
    expect(sentence(code, lang)!.split(/[.;:] +/).length, sentence(code, lang)).toBeGreaterThan(1);
});
