import { NextRequest } from 'next/server';
import { afterEach, expect, test } from 'vitest';
import { PATH_HEADER } from '#lib/auth/next-path.ts';
import { proxy } from '../../proxy.ts';

const ask = (url: string, headers = {}) => proxy(new NextRequest(url, { headers }));
/** How Next passes a changed request header on to the page. */
const passedOn = (url: string, headers = {}) =>
  ask(url, headers).headers.get(`x-middleware-request-${PATH_HEADER}`);

afterEach(() => void delete process.env['DERIN_URL']);

test('browsers are told to stay with https only where people come over https', () => {
  expect(ask('http://localhost/').headers.get('strict-transport-security')).toBeNull();
  process.env['DERIN_URL'] = 'https://derin.example.org';
  expect(ask('http://localhost/').headers.get('strict-transport-security')).toBe('max-age=31536000');
});

test('in production the policy allows scripts by nonce alone, and no frames, plug-ins or foreign forms', () => {
  const before = process.env.NODE_ENV;
  Object.assign(process.env, { NODE_ENV: 'production' });
  const policy = ask('http://localhost/').headers.get('content-security-policy') ?? '';
  Object.assign(process.env, { NODE_ENV: before });
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
  expect(rules.get('script-src')).toEqual([
    "'self'",
    expect.stringMatching(/^'nonce-[\w+/=]{20,}'$/),
    "'strict-dynamic'",
    "'wasm-unsafe-eval'",
  ]);
  expect(rules.get('style-src')).toEqual(["'self'", expect.stringMatching(/^'nonce-/)]);
  for (const rule of ['object-src', 'base-uri', 'frame-ancestors'])
    expect(rules.get(rule)).toEqual(["'none'"]);
  expect(rules.get('form-action')).toEqual(["'self'"]);
});

test.each([
  ['http://localhost/practice', '/practice'],
  ['http://localhost/a?x=1&_rsc=abc&y=2', '/a?x=1&y=2'],
])('a page learns which path was asked for: %s', (url, path) => expect(passedOn(url)).toBe(path));

test('a client cannot name another path', () =>
  expect(passedOn('http://localhost/a', { [PATH_HEADER]: '/b' })).toBe('/a'));
