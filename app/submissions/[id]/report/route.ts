import { isMember } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { viewSubmission } from '#lib/services/submissions/view.ts';

/** The report as a JSON file, with every epoch of every run, for its student and the staff of the course. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const member = await memberFor(request, isMember);
  if (member instanceof Response) return member;
  const { id } = await params;
  const found = isId('submission', id) ? viewSubmission(member, id) : null;
  if (!found?.ok || !found.value.report) return refusal(404, 'code.notFound');
  const { submission, task, report } = found.value;
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${task.id}-${submission.id}.json"`, 'cache-control': 'private, no-store' };
  return new Response(`${JSON.stringify(report, null, 2)}\n`, { headers });
}
