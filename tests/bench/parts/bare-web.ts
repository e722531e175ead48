import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import type { UserId } from '#lib/core/ids.ts';
import type { Installation } from './installation.ts';
import type { Server } from './server.ts';

/** The bare server on the installation's database, and a cookie with which `user` is known to it. */
export async function startBareWeb(
  { folder, start }: Pick<Installation, 'folder' | 'start'>,
  user: UserId,
): Promise<Server & { cookie: string }> {
  const key = randomBytes(32).toString('hex');
  const process = start([
    '--disable-warning=ExperimentalWarning',
    path.join(import.meta.dirname, 'bare-server.ts'),
    path.join(folder, 'derin.db'),
    key,
  ]);
  const [port] = (await once(process.stdout!, 'data')) as [Buffer];
  const cookie = `who=${user}.${createHmac('sha256', key).update(user).digest('hex')}`;
  return { name: 'bare server', url: `http://127.0.0.1:${Number(String(port))}`, process, cookie };
}
