import { refusal } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { handIn } from '#lib/services/attempts/hand-in.ts';
import { studentFor } from '../../_request/student-for.ts';

/** Hands in. 200 `{result}`, the address of the result; the same again for a second hand-in. Otherwise `{code}` with a status that fits. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const student = await studentFor(request);
  if (student instanceof Response) return student;
  const { id } = await params;
  if (!isId('attempt', id)) return refusal(404, 'exam.notFound');
  const handedIn = handIn(student, id);
  return handedIn.ok ? Response.json({ result: `/attempts/${handedIn.value}/result` }) : refusal(404, handedIn.error.code);
}
