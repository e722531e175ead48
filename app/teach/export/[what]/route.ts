import { getLocale } from 'next-intl/server';
import { isStaff } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import type { Member, Staff } from '#lib/core/actors.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { exportCsv, EXPORTS } from '#lib/services/teach/export.ts';

const staffOnly = (member: Member): member is Staff => isStaff(member);

/** `?course=`: the course's scores, attempts or submissions as a CSV file. Refusals: 401, 403, 404. */
export async function GET(request: Request, { params }: { params: Promise<{ what: string }> }): Promise<Response> {
  const staff = await memberFor(request, staffOnly);
  if (staff instanceof Response) return staff;
  const { what } = await params;
  const known = EXPORTS.find((name) => name === what);
  if (!known) return refusal(404, 'teach.wrongExport');
  const course = new URL(request.url).searchParams.get('course');
  const csv = isId('course', course) ? exportCsv(staff, course, known, (await getLocale()) as Lang) : null;
  if (!csv?.ok) return refusal(404, 'teach.notFound');
  return new Response(csv.value, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="derin-${known}.csv"`, 'cache-control': 'private, no-store' } });
}
