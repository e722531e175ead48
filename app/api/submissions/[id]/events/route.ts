import { memberFor, refusal } from '#lib/auth/session.ts';
import type { Member } from '#lib/core/actors.ts';
import { isId, type SubmissionId } from '#lib/core/ids.ts';
import { readEvents } from '#lib/services/submissions/view.ts';

const POLL_MS = 150;
const HEARTBEAT_MS = 15_000;

const anyone = (_member: Member): _member is Member => true;

/** Server-sent events of one submission: what happened so far (after Last-Event-ID), then as it happens, until it is finished. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const member = await memberFor(request, anyone);
  if (member instanceof Response) return member;
  const { id } = await params;
  if (!isId('submission', id) || !readEvents(member, id, 0).ok) return refusal(404, 'code.notFound');
  const from = Number(request.headers.get('last-event-id') ?? 0) || 0;
  return new Response(stream(member, id, from, request.signal), { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' } });
}

function stream(member: Member, id: SubmissionId, from: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      let last = from;
      let lastState = '';
      let quietSince = Date.now();
      while (!signal.aborted) {
        const now = readEvents(member, id, last);
        if (!now.ok) break;
        const { events, state, before } = now.value;
        for (const { sequence, event } of events) send(`id: ${(last = sequence)}\ndata: ${JSON.stringify(event)}\n\n`);
        const stateText = JSON.stringify({ kind: 'state', state, before });
        if (stateText !== lastState) send(`data: ${(lastState = stateText)}\n\n`);
        if (state !== 'queued' && state !== 'running') break;
        if (events.length) quietSince = Date.now();
        if (Date.now() - quietSince > HEARTBEAT_MS) {
          send(': still here\n\n');
          quietSince = Date.now();
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      if (!signal.aborted) controller.close();
    },
  });
}
