import { isStudent } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { listReceipts } from '#lib/services/attempts/receipts.ts';

/** The signed receipts of the student's own paper as a file, for `derin receipt verify`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const student = await memberFor(request, isStudent);
  if (student instanceof Response) return student;
  const { id } = await params;
  const receipts = isId('attempt', id) ? listReceipts(student, id) : null;
  if (!receipts?.ok) return refusal(404, 'exam.notFound');
  const headers = {
    'content-disposition': `attachment; filename="derin-receipts-${id}.json"`,
    'cache-control': 'private, no-store',
  };
  return Response.json({ receipts: receipts.value }, { headers });
}
