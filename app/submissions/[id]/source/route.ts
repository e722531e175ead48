import { isMember } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { viewSubmission } from '#lib/services/submissions/view.ts';

/** The submitted code as a file, for its student and the staff of the course. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const member = await memberFor(request, isMember);
  if (member instanceof Response) return member;
  const { id } = await params;
  const found = isId('submission', id) ? viewSubmission(member, id) : null;
  if (!found?.ok) return refusal(404, 'code.notFound');
  const { submission, task } = found.value;
  const name = `${task.id}-${submission.id}.${submission.language === 'keras' ? 'py' : 'js'}`;
  return new Response(submission.source, { headers: { 'content-type': 'text/plain; charset=utf-8', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' } });
}
