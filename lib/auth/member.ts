import 'server-only';
import type { Member } from '#lib/core/actors.ts';
import { isId } from '#lib/core/ids.ts';
import { selectAllCourseIds, selectCourseIds } from '#lib/data/courses.ts';
import { selectUser } from '#lib/data/users.ts';
import { memberOf } from './actors.ts';

/**
 * The person a session's claims stand for, read anew from the database: null when the account is gone or disabled, or when its password
 * was changed since. Administrators belong to every course without an enrolment.
 */
export function memberOfClaims(claims: { sub?: unknown; sessionVersion?: unknown } | null): Member | null {
  if (!isId('user', claims?.sub)) return null;
  const user = selectUser(claims.sub);
  if (!user || user.disabledAt !== null || user.sessionVersion !== claims.sessionVersion) return null;
  return memberOf(user, user.role === 'admin' ? selectAllCourseIds() : selectCourseIds(user.id));
}
