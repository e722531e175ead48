import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SYSCALLS } from '#graders/sandbox/syscalls.ts';
import { CALLS } from './calls.ts';
import { assembleElf, type Call } from './elf.ts';
import { ENCODERS } from './encode.ts';

/** Outside any box, where nothing refuses: so a refusal inside is one of the box, and not a fault of the program. */
function run(calls: readonly Call[]): bigint[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-elf-'));
  const file = path.join(folder, 'program');
  writeFileSync(file, assembleElf('x64', calls), { mode: 0o755 });
  const { output } = spawnSync(file, [], { stdio: ['ignore', 'ignore', 'ignore', 'ignore', 'pipe'] });
  rmSync(folder, { recursive: true });
  const frame = (output as unknown as Buffer[])[4]!.subarray(8 + 8);
  return Array.from({ length: frame.length / 8 }, (_, i) => frame.readBigInt64LE(8 * i));
}

test.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'a payload makes its calls and tells their results',
  () => {
    const results = run([
      { call: 'memfd_create', args: ['some name', 0] },
      { call: 'write', args: [{ result: 0 }, 'abc', 3] },
      { call: 'getrandom', args: [{ room: 16 }, 16, 0] },
      { call: 'getpid' },
      { call: 'fork', forks: true },
      { call: 'kill', args: [{ result: 4 }, 9] },
      { call: 'setns', args: [-1, 0] },
    ]);
    expect(results[1]).toBe(3n);
    expect(results[2]).toBe(16n);
    expect(results[4]).toBeGreaterThan(results[3]!);
    expect(results[5]).toBe(0n);
    expect(results[6]).toBe(-9n); // EBADF
  },
);

/** By the Arm architecture reference manual. A payload of these ran under qemu-user once. */
const WORDS: [instruction: string, bytes: Buffer, word: number][] = [
  ['movz x0, #1', ENCODERS.arm64.constant(0, 1n).subarray(0, 4), 0xd2800020],
  ['movk x2, #0x1234, lsl #16', ENCODERS.arm64.constant(2, 0x12340000n).subarray(4, 8), 0xf2a24682],
  ['svc #0', ENCODERS.arm64.call(64n).subarray(-4), 0xd4000001],
  ['str x0, [x9]', ENCODERS.arm64.store(0n).subarray(-4), 0xf9000120],
  ['ldr x3, [x9]', ENCODERS.arm64.fromMemory(3, 0n).subarray(-4), 0xf9400123],
  ['cbnz x0, .+12', ENCODERS.arm64.ifZero(Buffer.alloc(8)).subarray(0, 4), 0xb5000060],
  ['b .-8', ENCODERS.arm64.forEver(Buffer.alloc(8)).subarray(-4), 0x17fffffe],
];
test.each(WORDS)('aarch64: %s', (_, bytes, word) => {
  expect(bytes.readUInt32LE().toString(16)).toBe(word.toString(16));
});

test('payloads and filter agree on the number of every call', () => {
  for (const arch of ['x64', 'arm64'] as const) {
    const mine = Object.entries(CALLS[arch]).filter(([name]) => SYSCALLS[arch][name] !== undefined);
    expect(mine.length).toBeGreaterThan(30);
    expect(Object.fromEntries(mine)).toEqual(
      Object.fromEntries(mine.map(([name]) => [name, SYSCALLS[arch][name]])),
    );
  }
});
