import type { Arch } from '#graders/sandbox/syscalls.ts';

/** Machine code for the few things a native payload does. `at` is an absolute address. */
export type Encoder = {
  /** Loads argument `index` (0–5) with a constant, or from memory. */
  constant(index: number, value: bigint): Buffer;
  fromMemory(index: number, at: bigint): Buffer;
  /** Enters the kernel; the result stays in the result register. */
  call(number: bigint): Buffer;
  /** x86-64 only: by the interrupt that 32-bit programs use. */
  int80(number: bigint): Buffer;
  /** Stores the result register. */
  store(at: bigint): Buffer;
  /** Skips `block` unless the result is zero. */
  ifZero(block: Buffer): Buffer;
  /** Repeats `block` for ever. */
  forEver(block: Buffer): Buffer;
};

const u64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
  return bytes;
};
const code = (...parts: (number | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part)));

/** mov r64, imm64 for rdi, rsi, rdx, r10, r8, r9; and mov r64, rax for the same. */
const X64_LOAD = [0x48bf, 0x48be, 0x48ba, 0x49ba, 0x49b8, 0x49b9];
const X64_COPY = [0x4889c7, 0x4889c6, 0x4889c2, 0x4989c2, 0x4989c0, 0x4989c1];
const bigEndian = (value: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
};
const RAX = (value: bigint) => code(0x48, 0xb8, u64(value));

const X64: Encoder = {
  constant: (index, value) => code(bigEndian(X64_LOAD[index]!, 2), u64(value)),
  fromMemory: (index, at) => code(0x48, 0xa1, u64(at), bigEndian(X64_COPY[index]!, 3)),
  call: (number) => code(RAX(number), 0x0f, 0x05),
  int80: (number) => code(RAX(number), 0xcd, 0x80),
  store: (at) => code(0x48, 0xa3, u64(at)),
  // test rax, rax; jnz over the block.
  ifZero: (block) => code(0x48, 0x85, 0xc0, 0x75, block.length, block),
  // jmp back over the block and itself.
  forEver: (block) => code(block, 0xeb, 256 - block.length - 2),
};

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const MOVZ = 0xd2800000;
const MOVK = 0xf2800000;
/** A register takes 64 bits in four steps of 16. */
const load = (register: number, value: bigint): Buffer =>
  Buffer.concat(
    [0, 1, 2, 3].map((step) => {
      const piece = Number((BigInt.asUintN(64, value) >> BigInt(16 * step)) & 0xffffn);
      return word((step === 0 ? MOVZ : MOVK) + step * 0x200000 + piece * 32 + register);
    }),
  );
const [CALL_NUMBER, SCRATCH] = [8, 9];

const ARM64: Encoder = {
  constant: (index, value) => load(index, value),
  // ldr xN, [x9]
  fromMemory: (index, at) => code(load(SCRATCH, at), word(0xf9400120 + index)),
  // svc #0
  call: (number) => code(load(CALL_NUMBER, number), word(0xd4000001)),
  int80: () => {
    throw new Error('aarch64 has no interrupt for 32-bit calls');
  },
  // str x0, [x9]
  store: (at) => code(load(SCRATCH, at), word(0xf9000120)),
  // cbnz x0 over the block.
  ifZero: (block) => code(word(0xb5000000 + (block.length / 4 + 1) * 32), block),
  // b back to the block's start.
  forEver: (block) => code(block, word(0x14000000 + ((-block.length / 4) & 0x3ffffff))),
};

export const ENCODERS: Record<Arch, Encoder> = { x64: X64, arm64: ARM64 };
