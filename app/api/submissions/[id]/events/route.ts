import { isMember } from '#lib/auth/actors.ts';
import { memberFor, refusal } from '#lib/auth/session.ts';
import type { Member } from '#lib/core/actors.ts';
import { isId, type SubmissionId } from '#lib/core/ids.ts';
import { readEvents, viewSubmission } from '#lib/services/submissions/view.ts';

const POLL_MS = 150;
/** Proxies close a connection that says nothing for half a minute or so. */
const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events of one submission: what happened so far (after Last-Event-ID), then as it happens, each change of state and place in
 * the queue, and at the end the report. Refusals: 401, 404.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const member = await memberFor(request, isMember);
  if (member instanceof Response) return member;
  const { id } = await params;
  if (!isId('submission', id) || !viewSubmission(member, id).ok) return refusal(404, 'code.notFound');
  const seen = Number(request.headers.get('last-event-id'));
  const body = stream(member, id, Number.isSafeInteger(seen) ? seen : 0, request.signal);
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' } });
}

function stream(member: Member, id: SubmissionId, seen: number, left: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const steps = follow(member, id, seen);
  let lastSaid = 0;
  let isGone = false;
  return new ReadableStream({
    async pull(controller) {
      while (!left.aborted && !isGone) {
        const { value, done } = steps.next();
        if (done) break;
        if (value) lastSaid = Date.now();
        if (value) return controller.enqueue(encoder.encode(value));
        if (Date.now() - lastSaid > HEARTBEAT_MS) {
          lastSaid = Date.now();
          return controller.enqueue(encoder.encode(': still here\n\n'));
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      if (!isGone) controller.close();
    },
    cancel() {
      isGone = true;
    },
  });
}

/** One look at the tables per step: what to send, empty when nothing is new. Ends after the report. */
function* follow(member: Member, id: SubmissionId, seen: number): Generator<string, void> {
  let [last, lastState] = [seen, ''];
  for (;;) {
    const now = readEvents(member, id, last);
    if (!now.ok) return;
    const { events, state, before } = now.value;
    let text = '';
    for (const { sequence, event } of events) text += `id: ${(last = sequence)}\ndata: ${JSON.stringify(event)}\n\n`;
    const stateText = JSON.stringify({ kind: 'state', state, before });
    if (stateText !== lastState) text += `data: ${(lastState = stateText)}\n\n`;
    const isOver = state !== 'queued' && state !== 'running';
    if (isOver) text += endOf(member, id);
    yield text;
    if (isOver) return;
  }
}

function endOf(member: Member, id: SubmissionId): string {
  const found = viewSubmission(member, id);
  return `data: ${JSON.stringify({ kind: 'end', report: found.ok ? found.value.report : null })}\n\n`;
}
