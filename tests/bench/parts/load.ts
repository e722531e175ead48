import autocannon, { type Request } from 'autocannon';
import { cpuMsOf, type Server } from './server.ts';

/** What every connection asks for, over and over; `next` gives the body of its next request. */
export type Ask = {
  method: 'GET' | 'PUT';
  path: string;
  headers: Record<string, string>;
  next?: () => string;
};

export type Block = { requestsPerSecond: number; cpuMsPerRequest: number; latenciesMs: number[] };

/** A block that takes longer ends unfinished. */
const SECONDS_MAX = 30;

/** One keep-alive connection for each of `asks`, the next request sent when the answer is there. Throws unless every answer is good. */
export async function sendBlock(server: Server, asks: readonly Ask[], requests: number): Promise<Block> {
  let connection = 0;
  const latenciesMs: number[] = [];
  let lastAt = NaN;
  const cpuBefore = cpuMsOf(server);
  const startedAt = performance.now();
  const run = autocannon({
    url: server.url,
    connections: asks.length,
    duration: SECONDS_MAX,
    maxOverallRequests: requests,
    sampleInt: 20,
    setupClient: (client) => client.setRequests([requestOf(asks[connection++]!)]),
  });
  run.on('response', (_client, _status, _bytes, responseTimeMs) => {
    latenciesMs.push(responseTimeMs);
    lastAt = performance.now();
  });
  const { non2xx, errors, timeouts } = await run;
  if (non2xx + errors + timeouts > 0 || latenciesMs.length < requests)
    throw new Error(
      `${server.name}: of ${requests} requests to ${asks[0]!.path}, ${latenciesMs.length} were answered, ${non2xx} refused, ${errors} failed and ${timeouts} late.`,
    );
  const cpuMs = cpuMsOf(server) - cpuBefore;
  return {
    requestsPerSecond: (1000 * latenciesMs.length) / (lastAt - startedAt),
    cpuMsPerRequest: cpuMs / latenciesMs.length,
    latenciesMs,
  };
}

function requestOf({ method, path, headers, next }: Ask): Request {
  if (!next) return { method, path, headers };
  return { method, path, headers, setupRequest: (request) => ({ ...request, body: next() }) };
}
