import { isMember } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { viewSubmission, type SubmissionView } from '#lib/services/submissions/view.ts';

export type Context = { params: Promise<{ id: string }> };
type File = { text: string; type: string; extension: string };

/** Something of a submission as a file, for its student and the staff of the course; for anyone else, and where `pick` gives null, not found. */
export async function asFile(request: Request, { params }: Context, pick: (view: SubmissionView) => File | null): Promise<Response> {
  const member = await memberFor(request, isMember);
  if (member instanceof Response) return member;
  const { id } = await params;
  const found = isId('submission', id) ? viewSubmission(member, id) : null;
  const file = found?.ok ? pick(found.value) : null;
  if (!found?.ok || !file) return refusal(404, 'code.notFound');
  const { task, submission } = found.value;
  const name = `${task.id}-${submission.id}.${file.extension}`;
  return new Response(file.text, { headers: { 'content-type': `${file.type}; charset=utf-8`, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' } });
}
