import path from 'node:path';
import { expect, test } from 'vitest';
import { config, reachable } from './config.ts';

test('without any variable: this machine only, port 3000, ./data', () =>
  expect(config({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: path.resolve('data'),
    url: 'http://127.0.0.1:3000',
    production: true,
    warmBoxes: 2,
  }));

test('an empty variable is none', () =>
  expect(config({ PORT: '', HOST: '', DERIN_DATA: '', DERIN_URL: '' })).toEqual(config({})));

test.each([
  [{ PORT: '8080' }, 'http://127.0.0.1:8080'],
  [{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
  [{ HOST: '::', PORT: '80' }, 'http://localhost:80'],
  [{ HOST: '::1' }, 'http://[::1]:3000'],
  [{ HOST: 'derin.local' }, 'http://derin.local:3000'],
  [{ DERIN_URL: 'https://derin.example.org', PORT: '8080' }, 'https://derin.example.org'],
  [{ DERIN_URL: 'https://example.org/derin/' }, 'https://example.org/derin'],
  // An address in capitals is as much https: cookies are Secure by how it begins.
  [{ DERIN_URL: 'HTTPS://Derin.Example.org' }, 'https://derin.example.org'],
])('%j is reached at %s', (environment, url) => expect(config(environment).url).toBe(url));

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', 'http'],
  ['DERIN_URL', 'derin.example.org'],
  ['DERIN_URL', 'localhost:3000'],
  ['DERIN_URL', 'ftp://example.org'],
  ['DERIN_WARM_BOXES', '9'],
])('%s=%s is refused by name', (name, value) =>
  expect(() => config({ [name]: value })).toThrow(new RegExp(`^${name}: `)),
);

test('every wrong variable is named at once', () =>
  expect(() => config({ PORT: 'x', DERIN_URL: 'y' })).toThrow(/PORT: .*; DERIN_URL: /));

test('a start is looked at where it listens', () =>
  expect(['0.0.0.0', '::', '::1', '192.0.2.7'].map((host) => reachable(host, '127.0.0.1'))).toEqual([
    '127.0.0.1',
    '127.0.0.1',
    '[::1]',
    '192.0.2.7',
  ]));
