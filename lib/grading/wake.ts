import 'server-only';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { config } from '#lib/config/config.ts';

/**
 * The web tells the worker that something waits, over a unix socket in the data folder. Only a hint: the worker looks by itself twice a
 * second, so a missing socket (no worker, or a path too long for one) costs half a second and nothing else.
 */
const socketPath = () => path.join(config().dataFolder, 'worker.sock');

export function wakeWorker(): void {
  connect(socketPath()).on('error', () => {});
}

/** Calls `onWake` for each connection, which is all the hint there is; a socket left by a killed worker is replaced. */
export function listenForWake(onWake: () => void): Server {
  rmSync(socketPath(), { force: true });
  const server = createServer((socket) => {
    onWake();
    socket.destroy();
  });
  return server.on('error', () => {}).listen(socketPath());
}
