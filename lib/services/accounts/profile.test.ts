import { beforeEach, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '#lib/auth/password.ts';
import type { Student } from '#lib/core/actors.ts';
import { selectUser } from '#lib/data/users.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { makePerson } from '#tests/factories/people.ts';
import { changePassword, changePasswordSchema, ownEmail, setLang, setName } from './profile.ts';

let own: Student;
let other: Student;

beforeEach(async () => {
  freshDatabase();
  const passwordHash = await hashPassword('eski uzun parola');
  own = makePerson('student', { email: 'own@example.org', passwordHash });
  other = makePerson('student', { passwordHash });
});

test('a new password replaces the old one and ends the sessions of this person alone', async () => {
  expect(await changePassword(own, { current: 'eski uzun parola', next: 'yeni uzun parola' })).toEqual({
    ok: true,
    value: { sessionVersion: 2 },
  });
  const { passwordHash, sessionVersion } = selectUser(own.userId)!;
  expect([
    await verifyPassword(passwordHash, 'yeni uzun parola'),
    await verifyPassword(passwordHash, 'eski uzun parola'),
    sessionVersion,
  ]).toEqual([true, false, 2]);
  expect(selectUser(other.userId)?.sessionVersion).toBe(1);
});

test('without the current password nothing changes', async () => {
  const before = selectUser(own.userId);
  expect(await changePassword(own, { current: 'yanlis parola', next: 'yeni uzun parola' })).toEqual({
    ok: false,
    error: { code: 'account.wrongPassword' },
  });
  expect(selectUser(own.userId)).toEqual(before);
});

test.each(['kisaparol', 'a'.repeat(201)])('a new password outside 10–200 characters is refused', (next) => {
  expect(changePasswordSchema.safeParse({ current: 'x', next }).success).toBe(false);
});

test('name and language change for this person alone, and the name is found by its folded form', () => {
  const before = selectUser(other.userId);
  setName(own, { name: 'Çağrı Işık' });
  setLang(own, 'en');
  expect(selectUser(own.userId)).toMatchObject({ name: 'Çağrı Işık', nameFolded: 'cagri isik', lang: 'en' });
  expect(selectUser(other.userId)).toEqual(before);
  expect(ownEmail(own)).toBe('own@example.org');
});
