import { refusal } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { saveResponse, saveSchema } from '#lib/services/attempts/save.ts';
import { readText } from '../../../_request/read-text.ts';
import { studentFor } from '../../../_request/student-for.ts';

const BODY_BYTES_MAX = 64 * 1024;

const STATUS: Record<string, number> = { 'exam.notFound': 404, 'exam.wrongForm': 400, 'exam.staleSave': 409, 'exam.handedIn': 409, 'exam.timeOver': 409 };

/** Saves one response. 200 `{savedAt}`; otherwise `{code}` with a status that fits and nothing changed. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string; variant: string }> }): Promise<Response> {
  const student = await studentFor(request);
  if (student instanceof Response) return student;
  const { id, variant } = await params;
  if (!isId('attempt', id) || !isId('variant', variant)) return refusal(404, 'exam.notFound');
  const body = await readText(request, BODY_BYTES_MAX);
  if (body === null) return refusal(413, 'exam.tooLarge');
  const input = saveSchema.safeParse(parseJson(body));
  if (!input.success) return refusal(400, 'exam.wrongForm');
  const saved = saveResponse(student, id, variant, input.data);
  return saved.ok ? Response.json(saved.value) : refusal(STATUS[saved.error.code] ?? 400, saved.error.code);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
