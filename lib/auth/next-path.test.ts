import { expect, test } from 'vitest';
import { logInPath, nextPath } from './next-path.ts';

test.each([
  ['/practice', '/practice'],
  ['/attempts/att_2?x=1&y=%2F', '/attempts/att_2?x=1&y=%2F'],
  ['/a/../home', '/home'],
])('a path of this site is kept: %s', (given, kept) => expect(nextPath(given)).toBe(kept));

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '\\\\evil.example',
  'practice',
  '',
  '/login',
  '/login?next=/x',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  null,
  undefined,
  ['/practice'],
  7,
])('anything else leads home: %j', (given) => expect(nextPath(given)).toBe('/home'));

test('the log-in page leads back to where a stranger was stopped', () => {
  expect(logInPath('/practice?a=1&b=2')).toBe('/login?next=%2Fpractice%3Fa%3D1%26b%3D2');
  expect(logInPath(null)).toBe('/login');
});
