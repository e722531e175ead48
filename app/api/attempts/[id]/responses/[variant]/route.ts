import { isStudent } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { saveResponse, saveSchema } from '#lib/services/attempts/paper.ts';

const BODY_BYTES_MAX = 64 * 1024;

const STATUS: Record<string, number> = { 'exam.notFound': 404, 'exam.wrongForm': 400, 'exam.staleSave': 409, 'exam.handedIn': 409, 'exam.timeOver': 409 };

/** Saves one response. 200 `{savedAt}`; otherwise `{code}` with a status that fits and nothing changed. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string; variant: string }> }): Promise<Response> {
  const student = await memberFor(request, isStudent);
  if (student instanceof Response) return student;
  const { id, variant } = await params;
  if (!isId('attempt', id) || !isId('variant', variant)) return refusal(404, 'exam.notFound');
  const body = await readBody(request);
  if (body === null) return refusal(413, 'exam.tooLarge');
  const input = saveSchema.safeParse(parseJson(body));
  if (!input.success) return refusal(400, 'exam.wrongForm');
  const saved = saveResponse(student, id, variant, input.data);
  return saved.ok ? Response.json(saved.value) : refusal(STATUS[saved.error.code] ?? 400, saved.error.code);
}

/** Null when it is longer than allowed, whatever the header claims. */
async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) return null;
  const body = await request.text();
  return Buffer.byteLength(body) > BODY_BYTES_MAX ? null : body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
