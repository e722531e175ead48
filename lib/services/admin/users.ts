import 'server-only';
import { isAdmin } from '#lib/auth/actors.ts';
import type { Admin, Role } from '#lib/core/actors.ts';
import type { Instant } from '#lib/core/clock.ts';
import { foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { compareTurkish, fold } from '#lib/core/text/fold.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { selectCourseIds } from '#lib/data/courses.ts';
import { inTransaction } from '#lib/data/database.ts';
import { now } from '#lib/data/source.ts';
import { selectUser, selectUsers, updateUser, type UserRow } from '#lib/data/users.ts';
import { joinFirstCourse } from '../accounts/new-user.ts';

/** What an administrator sees of an account: never the hash. `disabledAt` null: active. */
export type AccountView = {
  id: UserId;
  name: string;
  email: string;
  role: Role;
  createdAt: Instant;
  disabledAt: Instant | null;
};

/** `role` null: any. */
export type UserFilter = { search: string; role: Role | null };

/** Accounts whose name or e-mail contains what is searched (Turkish and ASCII spellings meet), in alphabetical order. */
export function listUsers(actor: Admin, { search, role }: UserFilter): Result<AccountView[]> {
  if (!isAdmin(actor)) return fail('common.notAllowed');
  const [name, email] = [fold(search), foldEmail(search)];
  const isFound = (user: UserRow) =>
    (role === null || user.role === role) &&
    (user.emailFolded.includes(email) || (name !== '' && user.nameFolded.includes(name)));
  return ok(
    selectUsers()
      .filter(isFound)
      .map(viewOf)
      .toSorted((a, b) => compareTurkish(a.name, b.name)),
  );
}

/** One account. Refusal: `common.notFound`. */
export function openUser(actor: Admin, id: UserId): Result<AccountView> {
  if (!isAdmin(actor)) return fail('common.notAllowed');
  const user = selectUser(id);
  return user ? ok(viewOf(user)) : fail('common.notFound');
}

/** From the next request on the person is in the new role; whoever needs a course and has none joins the first. Refusals as for `changeOther`. */
export const setRole = (actor: Admin, id: UserId, role: Role): Result<null> =>
  changeOther(actor, id, (user) => {
    if (user.role === role) return;
    updateUser(id, { role });
    if (role !== 'admin' && selectCourseIds(id).length === 0) joinFirstCourse(id);
    insertAudit(actor.userId, 'account.roleChanged', id, { from: user.role, to: role });
  });

/** A disabled account keeps its work but cannot log in, and its sessions end at once. Refusals as for `changeOther`. */
export const setActive = (actor: Admin, id: UserId, isActive: boolean): Result<null> =>
  changeOther(actor, id, (user) => {
    if ((user.disabledAt === null) === isActive) return;
    updateUser(id, { disabledAt: isActive ? null : now() });
    insertAudit(actor.userId, isActive ? 'account.enabled' : 'account.disabled', id);
  });

/** Nobody changes their own role or state, so an installation always keeps an administrator. Refusals: `account.own`, `common.notFound`. */
function changeOther(actor: Admin, id: UserId, change: (user: UserRow) => void): Result<null> {
  if (!isAdmin(actor)) return fail('common.notAllowed');
  if (id === actor.userId) return fail('account.own');
  return inTransaction(() => {
    const user = selectUser(id);
    if (!user) return fail('common.notFound');
    change(user);
    return ok(null);
  });
}

const viewOf = ({ id, name, email, role, createdAt, disabledAt }: UserRow): AccountView => ({
  id,
  name,
  email,
  role,
  createdAt,
  disabledAt,
});
