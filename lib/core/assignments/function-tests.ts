import type { Text } from '../lang.ts';

/**
 * A call of one of the student's functions. A tensor argument arrives as a tensor, a random one as a function that gives numbers in
 * [0, 1); a tensor result comes back as nested lists. `withArguments`: what comes back is `{ result, args }`, the arguments as the call
 * left them.
 */
export type Call = { name: string; args: Argument[]; withArguments?: true };
export type Argument =
  { kind: 'value'; value: unknown } | { kind: 'tensor'; value: unknown } | { kind: 'random'; seed: number };
/** What came back: data without functions, NaN and infinities as the strings JavaScript has for them; or why nothing did. */
export type CallResult = { ok: true; value: unknown } | { ok: false; message: string; line: number | null };

/** A usual mistake and what to say about it, when the results of a failed test show it. */
export type Mistake = { id: string; text: Text; shows(results: readonly CallResult[]): boolean };

/** One statement about a function: the calls it needs, and whether it holds for their results. It never leaves the host. */
export type FunctionTest = {
  id: string;
  calls: Call[];
  holds(results: readonly CallResult[]): boolean;
  /** What is tested, for the report; a test without a text is not listed there. */
  text?: Text;
  /** Share in the metric `tests`, 1 where it is not given. */
  weight?: number;
  /** Looked at in their order; the first that shows is told. */
  mistakes?: Mistake[];
};
export type TestOutcome = {
  id: string;
  passed: boolean;
  weight: number;
  text: Text | null;
  mistake: Pick<Mistake, 'id' | 'text'> | null;
};

/** `results` are those of all calls of all tests, one after the other. */
export function runTests(tests: readonly FunctionTest[], results: readonly CallResult[]): TestOutcome[] {
  let at = 0;
  return tests.map(({ id, calls, holds, text = null, weight = 1, mistakes = [] }) => {
    const own = results.slice(at, (at += calls.length));
    const passed = own.length === calls.length && holds(own);
    const shown = passed ? undefined : mistakes.find((mistake) => mistake.shows(own));
    return { id, passed, weight, text, mistake: shown ? { id: shown.id, text: shown.text } : null };
  });
}

/** Share of the weight that passed, 0 to 1; null without tests. */
export function passedShare(tests: readonly TestOutcome[]): number | null {
  const sum = (of: readonly TestOutcome[]) => of.reduce((total, { weight }) => total + weight, 0);
  return tests.length === 0 ? null : sum(tests.filter(({ passed }) => passed)) / sum(tests);
}

export const tensor = (value: unknown): Argument => ({ kind: 'tensor', value });
export const plain = (value: unknown): Argument => ({ kind: 'value', value });
export const random = (seed: number): Argument => ({ kind: 'random', seed });

/** The number a call gave, NaN where it gave something else: NaN passes no comparison. */
export const numberOf = (result: CallResult | undefined): number =>
  result?.ok === true && typeof result.value === 'number' ? result.value : NaN;

/** The value a call gave; undefined where it threw. */
export const valueOf = (result: CallResult | undefined): unknown =>
  result?.ok === true ? result.value : undefined;

/**
 * Equal in shape, and every number within `tolerance` of its counterpart, absolute below 1 and relative above. NaN equals nothing, and
 * only finite numbers are near anything.
 */
export function isNear(value: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof expected === 'number')
    return (
      typeof value === 'number' && Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected))
    );
  if (Array.isArray(expected))
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((each, i) => isNear(value[i], each, tolerance))
    );
  if (typeof expected !== 'object' || expected === null) return value === expected;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(expected);
  return (
    Object.keys(value).length === keys.length &&
    keys.every(
      (key) =>
        Object.hasOwn(value, key) &&
        isNear((value as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key], tolerance),
    )
  );
}
