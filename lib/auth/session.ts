import 'server-only';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Admin, Member, Staff, Student } from '#lib/core/actors.ts';
import { isAdmin, isStaff, isStudent } from './actors.ts';
import { sessionClaims } from './cookie.ts';
import { memberOfClaims } from './member.ts';
import { logInPath, PATH_HEADER } from './next-path.ts';

/** The logged-in person of this request, or null. Read once per request. */
export const currentMember = cache(async (): Promise<Member | null> => memberOfClaims(await sessionClaims()));

/** For pages and actions: sends a stranger to the log-in page, which leads back, and answers 403 to a person without the right. */
export async function requireMember(): Promise<Member> {
  return (await currentMember()) ?? redirect(logInPath((await headers()).get(PATH_HEADER)));
}

export async function requireStudent(): Promise<Student> {
  const member = await requireMember();
  return isStudent(member) ? member : forbidden();
}

export async function requireStaff(): Promise<Staff> {
  const member = await requireMember();
  return isStaff(member) ? member : forbidden();
}

export async function requireAdmin(): Promise<Admin> {
  const member = await requireMember();
  return isAdmin(member) ? member : forbidden();
}

/** For route handlers: the actor, or the response that refuses (401 nobody, 403 wrong role or a request from another site). */
export async function memberFor<A extends Member>(
  request: Request,
  is: (member: Member) => member is A,
): Promise<A | Response> {
  if (!fromThisSite(request)) return refusal(403, 'common.foreignSite');
  const member = await currentMember();
  if (!member) return refusal(401, 'common.notLoggedIn');
  return is(member) ? member : refusal(403, 'common.notAllowed');
}

/** Browsers say where a request comes from; a changing request from another site is refused whatever cookie it carries. */
function fromThisSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return (
    request.method === 'GET' ||
    request.method === 'HEAD' ||
    site === null ||
    site === 'same-origin' ||
    site === 'none'
  );
}

export const refusal = (status: number, code: string): Response => Response.json({ code }, { status });
