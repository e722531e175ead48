import type { FrameRule } from '#graders/protocol/box.ts';

/**
 * What canary boxes run: plain attempts to get out, without any of Node's own permission flags, so that the answer is about the
 * operating system's layers. Each result is the text obtained, or `refused <code>`.
 */
export type Attempts = {
  /** A file of the host that everyone may read. */
  file: string;
  /** A file shown in the box that only root may read. */
  privateFile: string;
  /** A descriptor the parent left open. */
  descriptor: string;
  /** An empty file in the box's own root. */
  written: string;
  /** A second program; without pipes, so that only the fork itself can fail. */
  program: string;
  /** A connection to a listener on the host's loopback. */
  connection: string;
  /** Descriptors above 2 that are files or folders. */
  openFiles: number[];
};

export const CANARY_RULES: readonly FrameRule[] = [
  { type: 1, maxBytes: 4096, maxCount: 1 },
  { type: 2, maxBytes: 0, maxCount: 1 },
];

/** The launcher's own descriptors end at 6: the first that the sweep must close. */
export const PLANTED_FD = 7;

const SEND = `const send = (type, text) => { const body = Buffer.from(text), head = Buffer.alloc(8);
head.writeUInt32LE(type, 0); head.writeUInt32LE(body.length, 4); fs.writeSync(4, Buffer.concat([head, body])); };`;

/** Tries every way out, sends one frame of type 1 (JSON `Attempts`), and waits to be killed. */
export const attemptsScript = (file: string, privateFile: string, port: number): string => `
const fs = require('node:fs');
${SEND}
const attempt = (act) => { try { return String(act()); } catch (error) { return 'refused ' + (error.code ?? error.message); } };
const read = () => { const bytes = Buffer.alloc(64); return bytes.toString('utf8', 0, fs.readSync(${PLANTED_FD}, bytes, 0, 64, 0)); };
const isFile = (fd) => { try { const s = fs.fstatSync(fd); return s.isFile() || s.isDirectory() || s.isBlockDevice(); } catch { return false; } };
const run = () => {
  const { error, status } = require('node:child_process').spawnSync('/bin/node', ['-e', '0'], { stdio: 'inherit' });
  if (error) throw error;
  return status === 0 ? 'started' : 'refused status ' + status;
};
const result = {
  openFiles: Array.from({ length: 61 }, (_, i) => i + 3).filter(isFile),
  file: attempt(() => fs.readFileSync(${JSON.stringify(file)}, 'utf8')),
  privateFile: attempt(() => fs.readFileSync(${JSON.stringify(privateFile)}, 'utf8')),
  descriptor: attempt(read),
  written: attempt(() => { fs.writeFileSync('/written', ''); return 'written'; }),
  program: attempt(run),
};
const finish = (connection) => send(1, JSON.stringify({ ...result, connection }));
setTimeout(() => {}, 60000);
require('node:net').connect(${port}, '127.0.0.1')
  .on('data', (data) => finish(String(data)))
  .on('error', (error) => finish('refused ' + error.code));
`;

/** Says frame 1, waits for a frame in, then fills `mib` of memory and says frame 2. */
export const memoryScript = (mib: number): string => `
const fs = require('node:fs');
${SEND}
send(1, '');
fs.readSync(3, Buffer.alloc(8), 0, 8, null);
const kept = [], pause = new Int32Array(new SharedArrayBuffer(4));
for (let mib = 0; mib < ${mib}; mib += 8) { kept.push(Buffer.alloc(8 << 20, 1)); Atomics.wait(pause, 0, 0, 5); }
send(2, '');
setTimeout(() => {}, 60000);
`;
