import * as tf from '@tensorflow/tfjs';
import { assertNever } from '#lib/core/result.ts';
import { mulberry32 } from '#lib/core/rng.ts';
import type { Argument, Call, CallResult } from '#lib/core/assignments/function-tests.ts';
import { BoxFailure } from './fail.ts';
import { studentLine } from './run-script.ts';

/** A result with more values than this is none that a test would ask for. */
const VALUES_MAX = 2000;

/**
 * Calls the functions a script left, one after the other. An error of one call is its result: the others still count. Throws
 * `noFunction` when the script left something else under a name.
 */
export async function runCalls(calls: readonly Call[], left: Record<string, unknown>): Promise<CallResult[]> {
  const missing = calls.find(({ name }) => typeof left[name] !== 'function');
  if (missing) throw new BoxFailure('noFunction', missing.name);
  const results: CallResult[] = [];
  for (const { name, args, withArguments } of calls) {
    const values = args.map(valueOf);
    const run = left[name] as (...values: unknown[]) => unknown;
    const all = async () => ({ result: await run(...values), args: values });
    results.push(await runCall(withArguments ? all : () => run(...values)));
  }
  return results;
}

async function runCall(run: () => unknown): Promise<CallResult> {
  try {
    return { ok: true, value: plain(await run(), { left: VALUES_MAX }) };
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ok: false, message: message.slice(0, 500), line: studentLine(error) };
  }
}

function valueOf(argument: Argument): unknown {
  switch (argument.kind) {
    case 'value':
      return argument.value;
    case 'tensor':
      return tf.tensor(argument.value as tf.TensorLike);
    case 'random':
      return mulberry32(argument.seed);
    default:
      return assertNever(argument);
  }
}

/** Data that JSON can carry; throws for what is none, or too much of it. */
function plain(value: unknown, budget: { left: number }): unknown {
  if (budget.left-- <= 0) throw new RangeError('the result is too large');
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'string') return value.slice(0, 256);
  if (value instanceof tf.Tensor) return plain(value.arraySync(), budget);
  if (Array.isArray(value)) return value.map((each) => plain(each, budget));
  if (ArrayBuffer.isView(value)) return plain(Array.from(value as unknown as number[]), budget);
  if (typeof value !== 'object') throw new TypeError(`the result holds a ${typeof value}`);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, each]) => [String(key).slice(0, 256), plain(each, budget)]));
}
