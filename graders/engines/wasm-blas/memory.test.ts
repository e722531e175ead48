import { expect, test } from 'vitest';
import { followMemory } from './memory.ts';

const PAGE = 65_536;

test('addresses follow the memory when it grows', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bases = [1000n, 5000n];
  const locate = followMemory(memory, () => bases.shift()!);
  expect(locate(64, 2, 8, 8)).toBe(1064);
  expect(locate(128, 2, 8, 8)).toBe(1128);
  expect(() => locate(PAGE, 1, 8, 8)).toThrow(RangeError);
  memory.grow(1);
  expect(locate(PAGE, 1, 8, 8)).toBe(5000 + PAGE);
});

test('a matrix must lie inside to its last value', () => {
  const locate = followMemory(new WebAssembly.Memory({ initial: 1 }), () => 0n);
  // Two rows of 4 that begin 10 floats apart end after 14 floats.
  expect(locate(PAGE - 56, 2, 10, 4)).toBe(PAGE - 56);
  expect(() => locate(PAGE - 52, 2, 10, 4)).toThrow(RangeError);
  expect(() => locate(0, 1e9, 8, 8)).toThrow(RangeError);
  expect(() => locate(0, 0, 8, 8)).toThrow(RangeError);
  expect(() => locate(0, 2, 4, 8)).toThrow(RangeError);
  expect(() => locate(-4, 1, 8, 8)).toThrow(RangeError);
});

test('a program that puts its own functions in the place of JavaScript’s opens nothing', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const locate = followMemory(memory, () => 0n);
  const length = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')!;
  const buffer = Object.getOwnPropertyDescriptor(WebAssembly.Memory.prototype, 'buffer')!;
  Object.defineProperty(ArrayBuffer.prototype, 'byteLength', { get: () => 2 ** 40, configurable: true });
  Object.defineProperty(WebAssembly.Memory.prototype, 'buffer', {
    get: () => new ArrayBuffer(4 * PAGE),
    configurable: true,
  });
  try {
    expect(() => locate(PAGE, 1, 8, 8)).toThrow(RangeError);
  } finally {
    Object.defineProperty(ArrayBuffer.prototype, 'byteLength', length);
    Object.defineProperty(WebAssembly.Memory.prototype, 'buffer', buffer);
  }
});
