import 'server-only';
import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Admin, Member, Staff, Student } from '#lib/core/actors.ts';
import { isId } from '#lib/core/ids.ts';
import { selectCourseIds, selectUser } from '#lib/data/users.ts';
import { isAdmin, isStaff, isStudent, memberOf } from './actors.ts';
import { authOptions } from './options.ts';

/** The logged-in person of this request, or null. Read once per request. */
export const currentMember = cache(async (): Promise<Member | null> => {
  const session = (await getServerSession(authOptions())) as { user?: { id?: unknown; sessionVersion?: unknown } } | null;
  const id = session?.user?.id;
  if (!isId('user', id)) return null;
  const user = selectUser(id);
  if (!user || user.disabledAt !== null || user.sessionVersion !== session?.user?.sessionVersion) return null;
  return memberOf(user, selectCourseIds(user.id));
});

/** For pages and actions: sends a stranger to the log-in page and a person without the right to an explanation. */
export async function requireMember(): Promise<Member> {
  return (await currentMember()) ?? redirect('/login');
}

export async function requireStudent(): Promise<Student> {
  const member = await requireMember();
  return isStudent(member) ? member : redirect('/forbidden');
}

export async function requireStaff(): Promise<Staff> {
  const member = await requireMember();
  return isStaff(member) ? member : redirect('/forbidden');
}

export async function requireAdmin(): Promise<Admin> {
  const member = await requireMember();
  return isAdmin(member) ? member : redirect('/forbidden');
}

/** For route handlers: the actor, or the response that refuses (401 nobody, 403 wrong role or a request from another site). */
export async function memberFor<A extends Member>(request: Request, is: (member: Member) => member is A): Promise<A | Response> {
  if (!fromThisSite(request)) return refusal(403, 'common.foreignSite');
  const member = await currentMember();
  if (!member) return refusal(401, 'common.notLoggedIn');
  return is(member) ? member : refusal(403, 'common.notAllowed');
}

/** Browsers say where a request comes from; a changing request from another site is refused whatever cookie it carries. */
function fromThisSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return request.method === 'GET' || site === null || site === 'same-origin' || site === 'none';
}

export const refusal = (status: number, code: string): Response => Response.json({ code }, { status });
