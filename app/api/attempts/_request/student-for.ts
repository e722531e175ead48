import { isStudent } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import type { Student } from '#lib/core/actors.ts';

/** The student who sends this changing request, or the response that refuses (401 nobody, 403 another role or another site). */
export const studentFor = async (request: Request): Promise<Student | Response> => (isForeign(request) ? refusal(403, 'common.foreignSite') : memberFor(request, isStudent));

/** A browser too old for Sec-Fetch-Site (which `memberFor` checks) still names the page's origin. */
function isForeign(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && URL.parse(origin)?.host !== (request.headers.get('host') ?? new URL(request.url).host);
}
