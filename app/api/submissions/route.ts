import { z } from 'zod';
import { refusal } from '#lib/auth/session.ts';
import { SOURCE_BYTES_MAX } from '#lib/core/assignments/source.ts';
import { isId, type AssignmentId } from '#lib/core/ids.ts';
import { submit, workSchema } from '#lib/services/submissions/submit.ts';
import { readText } from '../attempts/_request/read-text.ts';
import { studentFor } from '../attempts/_request/student-for.ts';

/** JSON may write one byte of source as six ("\u000a"). */
const BODY_BYTES_MAX = 6 * SOURCE_BYTES_MAX + 1024;

const STATUS: Record<string, number> = {
  'code.notFound': 404, 'code.notOpen': 409, 'code.withdrawn': 409, 'code.pastDue': 409, 'code.noneLeft': 409, 'code.tooManyWaiting': 429, 'code.tooOften': 429,
  'code.tooLarge': 413, 'code.empty': 422, 'code.notText': 422, 'code.wrongLanguage': 422,
};

const bodySchema = z.strictObject({ assignment: z.custom<AssignmentId>((value) => isId('assignment', value)), ...workSchema.shape });

/** Hands in code. 201 `{submission}`, the address of the submission; otherwise `{code, values?}` with a status that fits and nothing queued. */
export async function POST(request: Request): Promise<Response> {
  const student = await studentFor(request);
  if (student instanceof Response) return student;
  const body = await readText(request, BODY_BYTES_MAX);
  if (body === null) return refusal(413, 'code.tooLarge');
  const input = bodySchema.safeParse(parseJson(body));
  if (!input.success) return refusal(400, 'code.wrongForm');
  const { assignment, ...work } = input.data;
  const submitted = submit(student, assignment, work);
  if (submitted.ok) return Response.json({ submission: `/submissions/${submitted.value}` }, { status: 201 });
  return Response.json(submitted.error, { status: STATUS[submitted.error.code] ?? 400 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
