import fs from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '#graders/protocol/box.ts';
import type { Rows } from './tensor-facts.ts';

/**
 * Frames as a box sees them: u32 type, u32 length, payload; fd 3 in, fd 4 out, both blocking. The functions of `node:fs` are
 * taken at load, before student code can replace them. (It may still write to fd 4 itself: the host decides what a frame is worth.)
 */
const { readSync, writeSync } = fs;
const { from, alloc, allocUnsafeSlow, concat } = Buffer;
const { stringify } = JSON;
const [IN, OUT] = [3, 4];

export type Frame = { type: number; payload: Buffer };

/** The next frame; null when the host closed its end. */
export function readFrame(): Frame | null {
  const header = readBytes(8);
  if (header === null) return null;
  const payload = readBytes(header.readUInt32LE(4));
  return payload === null ? null : { type: header.readUInt32LE(0), payload };
}

export function sendFrame(type: number, payload: Uint8Array = alloc(0)): void {
  const header = alloc(8);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(payload.byteLength, 4);
  writeAll(OUT, concat([header, payload]));
}

export const jsonBytes = (value: unknown): Buffer => from(stringify(value));
export const sendJson = (type: number, value: unknown): void => sendFrame(type, jsonBytes(value));

/** Writes all bytes before returning, so that nothing is lost when the host ends the process. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength;) {
    at += untilReady(() => writeSync(fd, bytes, at, bytes.byteLength - at));
  }
}

/** The numbers that come in the next frames, in the order of `specs`. */
export function readRows(specs: readonly TensorSpec[]): Record<string, Rows> {
  return Object.fromEntries(
    specs.map(({ name, shape, dtype }) => {
      const frame = readFrame();
      if (frame === null) throw new Error(`the host sent no ${name}`);
      const floats = floatsOf(frame.payload);
      return [name, { values: dtype === 'int32' ? new Int32Array(floats) : floats, shape }];
    }),
  );
}

export const tensorsOf = (
  specs: readonly TensorSpec[],
  rows: Record<string, Rows>,
): Record<string, tf.Tensor> =>
  Object.fromEntries(
    specs.map(({ name, shape, dtype }) => [name, tf.tensor(rows[name]!.values, shape, dtype)]),
  );

/** A payload has memory of its own, so it starts at a multiple of four. */
const floatsOf = ({ buffer, byteOffset, byteLength }: Buffer): Float32Array =>
  new Float32Array(buffer, byteOffset, byteLength / 4);

function readBytes(length: number): Buffer | null {
  const bytes = allocUnsafeSlow(length);
  for (let at = 0; at < length;) {
    const count = untilReady(() => readSync(IN, bytes, at, length - at, null));
    if (count === 0) return null;
    at += count;
  }
  return bytes;
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** A descriptor the host left non-blocking says EAGAIN; waiting a millisecond costs less than a busy loop. */
function untilReady(call: () => number): number {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}
