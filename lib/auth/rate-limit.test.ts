import { expect, test } from 'vitest';
import { addressOf, clearLoginTries, takeLoginTry } from './rate-limit.ts';

const tries = async (
  count: number,
  email: (i: number) => string,
  address: (i: number) => string,
): Promise<number> => {
  let granted = 0;
  for (let i = 0; i < count; i++) granted += Number(await takeLoginTry(email(i), address(i)));
  return granted;
};

test('one account gets ten tries from one address, and its owner elsewhere still gets in', async () => {
  expect(
    await tries(
      12,
      () => 'a@x.org',
      () => '192.0.2.1',
    ),
  ).toBe(10);
  expect(await takeLoginTry('a@x.org', '192.0.2.2')).toBe(true);
});

test('a hundred tries are all that one account gets from however many addresses', async () => {
  expect(
    await tries(
      120,
      () => 'b@x.org',
      (i) => `198.51.100.${i}`,
    ),
  ).toBe(100);
});

test('one address gets two hundred tries over all accounts', async () => {
  expect(
    await tries(
      220,
      (i) => `c${i}@x.org`,
      () => '192.0.2.3',
    ),
  ).toBe(200);
});

test('successes use no tries up', async () => {
  for (let i = 0; i < 230; i++) {
    expect(await takeLoginTry('d@x.org', '192.0.2.4')).toBe(true);
    await clearLoginTries('d@x.org', '192.0.2.4');
  }
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['forged, 203.0.113.9', '203.0.113.9'],
  ['', 'direct'],
  [null, 'direct'],
])('the address is the hop nearest to us: %j', (header, address) => expect(addressOf(header)).toBe(address));
