import {
  chmodSync,
  chownSync,
  closeSync,
  mkdtempSync,
  openSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CANARY } from './attack.ts';
import { assembleElf } from './native/elf.ts';

/** Things worth taking, laid out for the attacks of one run, and what was seen of those who came for them. */
export type Bait = {
  folder: string;
  /** Values for `$NAMES` in payloads. */
  names: Record<string, string>;
  /** A descriptor open on the canary, given to every box. */
  fd: number;
  /** Connections that reached the host. */
  visitors(): number;
  close(): void;
};

/** For programs that start a box and need none. */
export const NO_BAIT: Bait = { folder: '', names: {}, fd: -1, visitors: () => 0, close: () => {} };

/** A group that nobody is in but this process. */
const GROUP = 59_999;

export async function layBait(): Promise<Bait> {
  if (process.getuid?.() === 0) process.setgroups?.([GROUP]);
  process.env['DERIN_CANARY'] = CANARY;
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-bait-'));
  chmodSync(folder, 0o711);
  const isRoot = process.getuid?.() === 0;
  const file = (name: string, mode: number, gid = 0) => {
    const at = path.join(folder, name);
    writeFileSync(at, CANARY);
    chmodSync(at, mode);
    if (isRoot) chownSync(at, 0, gid);
    return at;
  };
  const files = {
    FILE: file('canary', 0o644),
    PRIVATE: file('private', 0o600),
    OF_ROOTS_GROUP: file('roots-group', 0o640),
    SCRATCH: file('scratch', 0o666),
    OF_OUR_GROUP: file('our-group', 0o640, GROUP),
  };
  let visitors = 0;
  const socket = path.join(folder, 'socket');
  const abstract = `derin-canary-${process.pid}`;
  const listeners = await Promise.all(
    [{ port: 0, host: '127.0.0.1' }, { path: `\0${abstract}` }, { path: socket }].map((where) =>
      listen(where, () => visitors++),
    ),
  );
  const port = String((listeners[0]!.address() as net.AddressInfo).port);
  const fd = openSync(files.FILE, 'r');
  const payload = path.join(folder, 'payload');
  writeFileSync(payload, assembleElf(process.arch === 'arm64' ? 'arm64' : 'x64', [{ call: 'getpid' }]), {
    mode: 0o755,
  });
  chmodSync(socket, 0o777);
  return {
    folder,
    names: {
      ...files,
      PORT: port,
      ABSTRACT: abstract,
      SOCKET: socket,
      PAYLOAD: payload,
      PID: String(process.pid),
      UTS: readlinkSync('/proc/self/ns/uts'),
    },
    fd,
    visitors: () => visitors,
    close: () => {
      listeners.forEach((listener) => listener.close());
      closeSync(fd);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(where: net.ListenOptions, onVisit: () => void): Promise<net.Server> {
  const server = net.createServer((socket) => {
    onVisit();
    socket.on('error', () => {}).end(CANARY);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(where, () => resolve(server.unref()));
  });
}

/** Longest names first: `$PORT` must not be found in `$PORTS`. */
export const fillIn = (text: string, { names }: Bait): string =>
  Object.keys(names)
    .sort((a, b) => b.length - a.length)
    .reduce((filled, name) => filled.replaceAll(`$${name}`, names[name]!), text);
