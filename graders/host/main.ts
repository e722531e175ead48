import { hostRequestSchema, type HostEvent } from '#graders/protocol/host.ts';
import { receiveMessages, sendMessage } from '#graders/protocol/channel.ts';
import { Host } from './host.ts';

/**
 * The grader host's process: requests on stdin, events on stdout, a log on stderr. It ends, with all its boxes, when stdin does:
 * then the worker is gone or wants it to.
 */
const log = (line: string): void => void process.stderr.write(`grader host: ${line}\n`);
const emit = (event: HostEvent): void => sendMessage(process.stdout, event);

async function serve(): Promise<void> {
  let host: Host | null = null;
  for await (const message of receiveMessages(process.stdin)) {
    const request = hostRequestSchema.parse(message);
    if (request.kind === 'hello') host ??= new Host(request, emit, log);
    else if (!host) throw new Error(`${request.kind} before hello`);
    else if (request.kind === 'grade') host.grade(request);
    else if (request.kind === 'cancel') void host.cancel(request.id);
    else void host.prove();
  }
  await host?.close();
}

// Signals for the whole group (Ctrl-C) are the worker's to answer: it closes stdin.
process.on('SIGINT', () => {});
// A worker that died reads no more.
process.stdout.on('error', () => process.exit(0));

serve().then(
  () => process.exit(0),
  (error: unknown) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
