import type { Actor, Admin, Member, Operator, Role, Staff, Student } from '#lib/core/actors.ts';
import type { CourseId, UserId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';

/** The only maker of actors. The brand exists in types alone, so the cast stands here and nowhere else. */
export function memberOf(
  user: { id: UserId; name: string; role: Role; lang: Lang },
  courses: readonly CourseId[],
): Member {
  return { userId: user.id, name: user.name, lang: user.lang, role: user.role, courses } as Member;
}

/** The person at the server's command line. */
export const operator = (): Operator => ({ role: 'operator' }) as Operator;

export const isStudent = (actor: Actor): actor is Student => actor.role === 'student';
export const isStaff = (actor: Actor): actor is Staff =>
  actor.role === 'instructor' || actor.role === 'admin';
export const isAdmin = (actor: Actor): actor is Admin => actor.role === 'admin';
export const isMember = (actor: Actor): actor is Member => actor.role !== 'operator';
/** Who may manage accounts: an administrator, or whoever sits at the server itself. */
export const isAdminOrOperator = (actor: Actor): actor is Admin | Operator =>
  isAdmin(actor) || actor.role === 'operator';
