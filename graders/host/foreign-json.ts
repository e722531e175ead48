import { fail, ok, type Result } from '#lib/core/result.ts';

/** Keys that could reach a prototype if some code downstream copied them carelessly. No message of ours has them. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export type JsonError = { code: 'tooDeep' | 'notJson' | 'forbiddenKey' };

/** JSON written by a process that ran a student's code. Depth is measured on the bytes, so that the parser is never driven deep. */
export function parseForeignJson(bytes: Buffer, depthMax: number): Result<unknown, JsonError> {
  if (depthOf(bytes) > depthMax) return fail('tooDeep');
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'), (key, inner: unknown) => {
      if (FORBIDDEN.has(key)) throw new ForbiddenKey(key);
      return inner;
    });
    return ok(value);
  } catch (error) {
    return fail(error instanceof ForbiddenKey ? 'forbiddenKey' : 'notJson');
  }
}

class ForbiddenKey extends Error {}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

function depthOf(bytes: Buffer): number {
  let [depth, deepest, isInString] = [0, 0, false];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (isInString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if (OPENING.has(byte)) deepest = Math.max(deepest, ++depth);
    else if (CLOSING.has(byte)) depth--;
  }
  return deepest;
}
