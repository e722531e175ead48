import net from 'node:net';
import { buildOnce } from '#lib/cli/supervisor/build.ts';
import type { Installation } from './installation.ts';
import type { Server } from './server.ts';
import { until } from './until.ts';

const READY_WITHIN_MS = 60_000;

/** The web application as `npm start` serves it, on a free port of the loopback. */
export async function startWeb({ secrets, start }: Installation): Promise<Server> {
  await buildOnce();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = [
    'node_modules/next/dist/bin/next',
    'start',
    '--hostname',
    '127.0.0.1',
    '--port',
    String(port),
  ];
  const process = start(command, { NEXTAUTH_SECRET: secrets.session, NEXTAUTH_URL: url, DERIN_URL: url });
  process.stdout!.resume();
  await until('the first page', READY_WITHIN_MS, () =>
    fetch(`${url}/login`).then(
      (response) => response.ok,
      () => false,
    ),
  );
  return { name: 'web', url, process };
}

/** Logs in as programs do, through next-auth's own addresses; returns the session cookie as a request sends it. */
export async function logIn(url: string, email: string, password: string): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, email, password }),
  });
  const session = cookiesOf(answered)
    .split('; ')
    .find((cookie) => cookie.includes('session-token='));
  if (!session) throw new Error(`The log-in was refused (${answered.status}).`);
  return session;
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
