import type { Arch } from '#graders/sandbox/syscalls.ts';
import { numberOf, type CallName } from './calls.ts';
import { ENCODERS, type Encoder } from './encode.ts';

/** A value of a call: a number, text or bytes by address, room for an answer by address, the result of an earlier call. */
export type Arg = number | bigint | string | Buffer | { room: number } | { result: number };
export type Call = {
  call: CallName | { number: number };
  args?: readonly Arg[];
  /** `int80`: as a 32-bit program would. */
  via?: 'int80';
  /** What comes back twice: the child sleeps for ever. */
  forks?: true;
};

/** The frame a payload sends: the result of each call in turn, 64 bits little endian. */
export const RESULTS_FRAME = 2;
const FRAMES_OUT = 4n;
/** The frame that starts the clocks: type 1, empty. */
const READY = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]);
const BASE = 0x400000n;
const HEADERS_BYTES = 64 + 56;
const ARG_ROOM_BYTES = 4096;

/**
 * A static program for Linux, made from nothing but call numbers: it says it is ready, makes each call, sends the results as one
 * frame on descriptor 4, and ends. So attacks below Node need no compiler on the machine that runs them.
 */
export function assembleElf(arch: Arch, calls: readonly Call[]): Buffer {
  const draft = compose(arch, calls, 0n);
  const dataAt = BASE + BigInt(HEADERS_BYTES + draft.code.length);
  const { code, data, roomBytes } = compose(arch, calls, dataAt);
  const image = Buffer.concat([code, data]);
  return Buffer.concat([headers(arch, image.length, roomBytes), image]);
}

function compose(arch: Arch, calls: readonly Call[], dataAt: bigint) {
  const encoder = ENCODERS[arch];
  const frame = Buffer.alloc(8 + 8 * calls.length);
  frame.writeUInt32LE(RESULTS_FRAME, 0);
  frame.writeUInt32LE(8 * calls.length, 4);
  const data = new Data(dataAt, frame);
  const resultAt = (index: number) => dataAt + BigInt(8 + 8 * index);
  const enter = (name: CallName, args: Arg[]) =>
    enterKernel(encoder, arch, { call: name, args }, data, resultAt);
  const made = calls.flatMap((call, i) => [
    enterKernel(encoder, arch, call, data, resultAt),
    ...(call.forks ? [encoder.ifZero(encoder.forEver(enter(...SLEEP[arch])))] : []),
    encoder.store(resultAt(i)),
  ]);
  const begin = enter('write', [FRAMES_OUT, READY, READY.length]);
  const end = [enter('write', [FRAMES_OUT, dataAt, frame.length]), enter('exit_group', [0])];
  return { code: Buffer.concat([begin, ...made, ...end]), data: data.bytes(), roomBytes: data.roomBytes };
}

/** aarch64 has no `pause`; a call that fails at once spins, which is enough for a child that is there to be counted. */
const SLEEP: Record<Arch, [CallName, Arg[]]> = { x64: ['pause', []], arm64: ['getpid', []] };

function enterKernel(
  encoder: Encoder,
  arch: Arch,
  call: Call,
  data: Data,
  resultAt: (i: number) => bigint,
): Buffer {
  const number = typeof call.call === 'string' ? numberOf(arch, call.call) : call.call.number;
  if (number === undefined) throw new Error(`${arch} has no call ${String(call.call)}`);
  const args = (call.args ?? []).map((arg, i) =>
    typeof arg === 'object' && 'result' in arg
      ? encoder.fromMemory(i, resultAt(arg.result))
      : encoder.constant(i, data.place(arg)),
  );
  return Buffer.concat([...args, call.via ? encoder.int80(BigInt(number)) : encoder.call(BigInt(number))]);
}

/** What follows the code: the frame first, then texts; rooms lie behind the end of the file. */
class Data {
  readonly #at: bigint;
  readonly #parts: Buffer[];
  roomBytes = 0;

  constructor(at: bigint, frame: Buffer) {
    this.#at = at;
    this.#parts = [frame];
  }

  bytes = (): Buffer => Buffer.concat(this.#parts);

  /** The value for a register. */
  place(arg: Exclude<Arg, { result: number }>): bigint {
    if (typeof arg === 'number' || typeof arg === 'bigint') return BigInt(arg);
    if (typeof arg === 'object' && 'room' in arg) {
      // Behind everything a program can hold in its file: texts are short.
      const at = this.#at + BigInt(ARG_ROOM_BYTES + this.roomBytes);
      this.roomBytes += arg.room;
      return at;
    }
    const at = this.#at + BigInt(this.bytes().length);
    this.#parts.push(typeof arg === 'string' ? Buffer.from(`${arg}\0`) : arg);
    return at;
  }
}

const MACHINE: Record<Arch, number> = { x64: 62, arm64: 183 };

/** ELF header and one program header: everything is loaded at BASE, readable, writable and executable. */
function headers(arch: Arch, imageBytes: number, roomBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADERS_BYTES);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  bytes.writeUInt16LE(2, 16); // an executable
  bytes.writeUInt16LE(MACHINE[arch], 18);
  bytes.writeUInt32LE(1, 20);
  bytes.writeBigUInt64LE(BASE + BigInt(HEADERS_BYTES), 24); // entry
  bytes.writeBigUInt64LE(64n, 32); // program headers
  bytes.writeUInt16LE(64, 52);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt32LE(1, 64); // PT_LOAD
  bytes.writeUInt32LE(7, 68); // rwx
  bytes.writeBigUInt64LE(BASE, 80);
  bytes.writeBigUInt64LE(BASE, 88);
  bytes.writeBigUInt64LE(BigInt(HEADERS_BYTES + imageBytes), 96);
  bytes.writeBigUInt64LE(BigInt(HEADERS_BYTES + imageBytes + ARG_ROOM_BYTES + roomBytes), 104);
  bytes.writeBigUInt64LE(4096n, 112);
  return bytes;
}
