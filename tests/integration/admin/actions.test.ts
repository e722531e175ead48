import { beforeEach, expect, test, vi } from 'vitest';
import { verifyPassword } from '#lib/auth/password.ts';
import type { Admin } from '#lib/core/actors.ts';
import type { UserId } from '#lib/core/ids.ts';
import { newId } from '#lib/data/source.ts';
import { selectUser, selectUserByEmail, selectUsers } from '#lib/data/users.ts';
import type { FormState } from '../../../app/_ui/form-state.ts';
import {
  addUserAction,
  resetPasswordAction,
  setActiveAction,
  setRoleAction,
} from '../../../app/admin/users/action.ts';
import { freshDatabase } from '../../factories/database.ts';
import { makeCourse, makePerson } from '../../factories/people.ts';
import { logIn } from '../attempts/browser.ts';

vi.mock('next/headers', async () => (await import('../attempts/browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('../attempts/browser.ts')).nextNavigation);
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

let admin: Admin;
let ada: UserId;

beforeEach(() => {
  freshDatabase();
  makeCourse();
  admin = makePerson('admin');
  ada = makePerson('student', { email: 'ada@example.org' }).userId;
});

const form = (fields: Record<string, string>) =>
  Object.entries(fields).reduce((data, [name, value]) => (data.set(name, value), data), new FormData());
const NEW = { name: 'Yeni Kişi', email: 'yeni@example.org', newRole: 'instructor', lang: 'tr' };

type Action = (state: FormState, form: FormData) => Promise<FormState>;
const ACTIONS: [string, Action, () => Record<string, string>][] = [
  ['adding an account', addUserAction, () => NEW],
  ['resetting a password', resetPasswordAction, () => ({ user: ada })],
  ['changing a role', setRoleAction, () => ({ user: ada, role: 'admin' })],
  ['disabling an account', setActiveAction, () => ({ user: ada, active: 'no' })],
];

test.each(ACTIONS)(
  '%s is refused to strangers, students and instructors, and changes nothing',
  async (_name, action, fields) => {
    const before = selectUsers();
    await logIn(null);
    await expect(action({}, form(fields()))).rejects.toThrow(/^\/login/);
    for (const role of ['student', 'instructor'] as const) {
      const { userId } = makePerson(role);
      await logIn(userId);
      await expect(action({}, form(fields()))).rejects.toThrow('forbidden');
    }
    expect(selectUsers().filter((u) => before.some((b) => b.id === u.id))).toEqual(before);
    expect(selectUserByEmail(NEW.email)).toBeUndefined();
  },
);

test.each(ACTIONS)('%s is done for an administrator', async (_name, action, fields) => {
  await logIn(admin.userId);
  const before = selectUsers();
  const state = await action({}, form(fields()));
  expect(state.done).toMatch(/added|wasReset|roleSaved|wasDisabled/);
  expect(selectUsers()).not.toEqual(before);
});

test('a new password is told once and is the one that works', async () => {
  await logIn(admin.userId);
  const [made, reset] = [
    await addUserAction({}, form(NEW)),
    await resetPasswordAction({}, form({ user: ada })),
  ];
  expect(await verifyPassword(selectUserByEmail(NEW.email)!.passwordHash, made.secret!)).toBe(true);
  expect(await verifyPassword(selectUser(ada)!.passwordHash, reset.secret!)).toBe(true);
});

test.each(ACTIONS.slice(1))(
  '%s of an account that does not exist, or is named by no id, is told',
  async (_name, action, fields) => {
    await logIn(admin.userId);
    for (const user of [newId('user'), "usr_' or 1=1", ''])
      expect(await action({}, form({ ...fields(), user }))).toEqual({ failure: 'common.failures.notFound' });
  },
);

test('what is wrong with a new account stands at its field, with what was typed', async () => {
  await logIn(admin.userId);
  const state = await addUserAction({}, form({ ...NEW, email: 'nobody', newRole: 'operator' }));
  expect(Object.keys(state.fields!)).toEqual(['email', 'role']);
  expect(state.values).toMatchObject({ name: NEW.name, email: 'nobody' });
  expect(await addUserAction({}, form({ ...NEW, email: 'ADA@example.org' }))).toMatchObject({
    failure: 'account.failures.emailTaken',
  });
});
