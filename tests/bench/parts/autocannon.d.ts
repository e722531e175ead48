/** As much of autocannon as the benches use; it brings no types of its own. */
declare module 'autocannon' {
  export type Request = {
    method: string;
    path: string;
    headers: Record<string, string>;
    setupRequest?: (request: Request) => Request & { body: string };
  };
  type Client = { setRequests(requests: Request[]): void };
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    maxOverallRequests: number;
    /** Milliseconds between looks whether all is done. */
    sampleInt: number;
    setupClient: (client: Client) => void;
  };
  type Summary = { non2xx: number; errors: number; timeouts: number; '2xx': number };
  type Run = PromiseLike<Summary> & {
    on(
      event: 'response',
      heard: (client: Client, status: number, bytes: number, responseTimeMs: number) => void,
    ): void;
  };
  export default function autocannon(options: Options): Run;
}
