import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('passwords are kept as argon2id with 19 MiB, two passes and one lane, and never twice alike', async () => {
  const [first, second] = [await hashPassword('uzun bir parola'), await hashPassword('uzun bir parola')];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(second).not.toBe(first);
});

test('only the password that was hashed is accepted, and nothing without a hash', async () => {
  const stored = await hashPassword('uzun bir parola');
  expect(await verifyPassword(stored, 'uzun bir parola')).toBe(true);
  expect(await verifyPassword(stored, 'uzun bir parolA')).toBe(false);
  expect(await verifyPassword(null, 'no account has this password')).toBe(false);
});

test('a password cut at the greatest length is not accepted for a longer one', async () => {
  const stored = await hashPassword('a'.repeat(200));
  expect(await verifyPassword(stored, 'a'.repeat(200))).toBe(true);
  expect(await verifyPassword(stored, 'a'.repeat(201))).toBe(false);
});
