import { expect, test } from 'vitest';
import { hiddenSeed } from './data.ts';

test('the hidden seed is the first four bytes of the HMAC, as openssl computes it', () => {
  // printf 'a03/2026-guz' | openssl dgst -sha256 -mac HMAC -macopt hexkey:abab…
  expect(hiddenSeed('ab'.repeat(32), 'a03', '2026-guz')).toBe(0x5431576c);
});

test('another secret, assignment or term draws other hidden rows', () => {
  const draws = [
    hiddenSeed('ab'.repeat(32), 'a03', 't1'),
    hiddenSeed('ac'.repeat(32), 'a03', 't1'),
    hiddenSeed('ab'.repeat(32), 'a04', 't1'),
    hiddenSeed('ab'.repeat(32), 'a03', 't2'),
  ];
  expect(new Set(draws).size).toBe(4);
});
