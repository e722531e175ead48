import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBox, type Box, type BoxSpec } from './box.ts';
import { attemptsScript, CANARY_RULES, memoryScript, type Attempts } from './canaries.ts';
import type { Machine } from './machine.ts';
import type { Bind } from './bind.ts';
import type { Layer } from './layers.ts';
import type { Slots } from './slots.ts';
import { programOf } from './usage.ts';

/** What canary boxes reported, and what was seen of the guarded one from outside. */
export type Trial = {
  secret: string;
  /** All layers. */
  guarded: Attempts;
  /** Without the system call filter. */
  noFilter: Attempts;
  /** Without the filter and the network namespace. */
  noNetwork: Attempts;
  /** The host's file shown; without the sweep, the drop of the user and the read-only root. */
  noFiles: Attempts;
  outside: {
    hasOwnUserns: boolean;
    hasNoPrivileges: boolean;
    privileges: string;
    uid: number | null;
    isGone: boolean;
  };
  memory: { guarded: string; control: string };
};

const LIMITS = { memoryMib: 256, cpuSeconds: 5, wallSeconds: 5 };
const MEMORY_LIMIT_MIB = 96;
const MEMORY_TRIED_MIB = 192;
const START_MS = 8000;

type Bait = { secret: string; file: string; privateFile: string; port: number; plantedFd: number };

/** Runs all canary boxes at once. Throws when a box does not start. */
export async function runTrial(machine: Machine, slots: Slots): Promise<Trial> {
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-canary-'));
  const secret = randomBytes(12).toString('hex');
  const listener = await listen(secret);
  const bait = layBait(folder, secret, (listener.address() as net.AddressInfo).port);
  try {
    const attempts = (without: Layer[], binds: Bind[] = []) =>
      runAttempts(machine, slots, bait, without, binds);
    const [guarded, noFilter, noNetwork, noFiles, tight, roomy] = await Promise.all([
      attempts([]),
      attempts(['seccomp']),
      attempts(['seccomp', 'network']),
      attempts(['descriptors', 'uid', 'readonly'], [{ from: bait.file, to: bait.file }]),
      runMemory(machine, slots, MEMORY_LIMIT_MIB),
      runMemory(machine, slots, 2 * MEMORY_TRIED_MIB),
    ]);
    return {
      secret,
      guarded: guarded.attempts,
      noFilter: noFilter.attempts,
      noNetwork: noNetwork.attempts,
      noFiles: noFiles.attempts,
      outside: guarded.outside,
      memory: { guarded: tight, control: roomy },
    };
  } finally {
    listener.close();
    closeSync(bait.plantedFd);
    rmSync(folder, { recursive: true, force: true });
  }
}

function listen(secret: string): Promise<net.Server> {
  const server = net.createServer((socket) => socket.on('error', () => {}).end(secret));
  return new Promise((resolve, reject) =>
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server)),
  );
}

function layBait(folder: string, secret: string, port: number): Bait {
  chmodSync(folder, 0o711);
  const [file, privateFile] = [path.join(folder, 'canary'), path.join(folder, 'private')];
  writeFileSync(file, secret, { mode: 0o644 });
  writeFileSync(privateFile, secret, { mode: 0o600 });
  return { secret, file, privateFile, port, plantedFd: openSync(file, 'r') };
}

async function runAttempts(machine: Machine, slots: Slots, bait: Bait, without: Layer[], binds: Bind[]) {
  const box = start(machine, slots, {
    binds: [...binds, { from: bait.privateFile, to: bait.privateFile }],
    node: ['-e', attemptsScript(bait.file, bait.privateFile, bait.port)],
    rules: CANARY_RULES,
    limits: LIMITS,
    without,
    plantedFd: bait.plantedFd,
  });
  const frame = await box.next();
  const pid = await box.pid();
  const outside = lookFromOutside(box.uid, pid);
  await box.kill();
  if (!frame) throw new Error((await box.ended).output || 'a canary box ended without a word');
  return {
    attempts: JSON.parse(frame.payload.toString()) as Attempts,
    outside: { ...outside, isGone: await isGone(pid) },
  };
}

/** How the box with `limitMib` of memory ended when its program took `MEMORY_TRIED_MIB`: a limit, `finished` or `ended`. */
async function runMemory(machine: Machine, slots: Slots, limitMib: number): Promise<string> {
  const limits = { ...LIMITS, memoryMib: limitMib };
  const box = start(machine, slots, {
    binds: [],
    node: ['-e', memoryScript(MEMORY_TRIED_MIB)],
    rules: CANARY_RULES,
    limits,
  });
  await box.next();
  await box.begin(limits);
  await box.send(1, new Uint8Array());
  const last = await box.next();
  const end = last ? await box.kill() : await box.ended;
  return last ? 'finished' : (end.limit ?? 'ended');
}

function start(machine: Machine, slots: Slots, spec: BoxSpec): Box {
  const box = launchBox(machine, spec, slots.take());
  const timer = setTimeout(() => void box.kill(), START_MS);
  void box.ended.then(() => clearTimeout(timer));
  return box;
}

function lookFromOutside(uid: number | null, pid: number | null) {
  const program = pid === null ? null : programOf(pid);
  if (program === null)
    return { hasOwnUserns: false, hasNoPrivileges: false, privileges: 'not seen', uid: null };
  const status = readFileSync(`/proc/${program}/status`, 'utf8');
  const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? '?';
  const privileges = `CapEff ${field('CapEff')}, NoNewPrivs ${field('NoNewPrivs')}, Seccomp ${field('Seccomp')}, Uid ${field('Uid')}`;
  const isUid = uid === null || Number(field('Uid')) === uid;
  return {
    // One user id is mapped: the box's own.
    hasOwnUserns: /^\s*65534\s+\d+\s+1\s*$/.test(readFileSync(`/proc/${program}/uid_map`, 'utf8')),
    hasNoPrivileges:
      /^0+$/.test(field('CapEff')) && field('NoNewPrivs') === '1' && field('Seccomp') === '2' && isUid,
    privileges,
    uid,
  };
}

async function isGone(pid: number | null): Promise<boolean> {
  for (let tries = 0; pid !== null && tries < 50; tries++) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
    await sleep(20);
  }
  return false;
}
