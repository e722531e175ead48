import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { users } from '#drizzle/schema/index.ts';
import { database } from '#lib/data/database.ts';
import { now } from '#lib/data/source.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { makePerson } from '#tests/factories/people.ts';
import { logIn } from './log-in.ts';
import { hashPassword } from './password.ts';

const RIGHT = 'uzun bir parola';
const WRONG = { ok: false, error: { code: 'account.wrongLogIn' } };

beforeAll(async () => {
  freshDatabase();
  const passwordHash = await hashPassword(RIGHT);
  makePerson('student', { email: 'irem@example.org', passwordHash });
  const gone = makePerson('student', { email: 'gone@example.org', passwordHash });
  database().update(users).set({ disabledAt: now() }).where(eq(users.id, gone.userId)).run();
});

test.each(['irem@example.org', 'IREM@example.org', ' irem@EXAMPLE.org '])(
  'the right password logs in, however the address is cased: %s',
  async (email) => {
    expect(await logIn({ email, password: RIGHT }, 'here')).toMatchObject({
      ok: true,
      value: { sessionVersion: 1, lang: 'tr' },
    });
  },
);

test.each([
  ['a wrong password', 'irem@example.org', 'wrong password'],
  ['no password', 'irem@example.org', ''],
  ['an unknown address', 'nobody@example.org', RIGHT],
  ['a disabled account', 'gone@example.org', RIGHT],
])('%s is refused with the same answer', async (_, email, password) => {
  expect(await logIn({ email, password }, 'here')).toEqual(WRONG);
});

test('after ten wrong tries even the right password is refused, for an account and for no account alike', async () => {
  for (const email of ['irem@example.org', 'ghost@example.org']) {
    for (let i = 0; i < 10; i++)
      expect(await logIn({ email, password: 'guess' }, 'elsewhere')).toEqual(WRONG);
    expect(await logIn({ email, password: RIGHT }, 'elsewhere')).toEqual({
      ok: false,
      error: { code: 'account.rateLimited' },
    });
  }
});
