/** A call of one of the student's functions. A tensor argument arrives as a tensor; a tensor result comes back as nested lists. */
export type Call = { name: string; args: Argument[] };
export type Argument = { kind: 'value'; value: unknown } | { kind: 'tensor'; value: unknown };
/** What came back: data without functions, NaN and infinities as the strings JavaScript has for them; or why nothing did. */
export type CallResult = { ok: true; value: unknown } | { ok: false; message: string; line: number | null };

/** One statement about a function: the calls it needs, and whether it holds for their results. It never leaves the host. */
export type FunctionTest = { id: string; calls: Call[]; holds(results: readonly CallResult[]): boolean };
export type TestOutcome = { id: string; passed: boolean };

/** `results` are those of all calls of all tests, one after the other. */
export function runTests(tests: readonly FunctionTest[], results: readonly CallResult[]): TestOutcome[] {
  let at = 0;
  return tests.map(({ id, calls, holds }) => {
    const own = results.slice(at, (at += calls.length));
    return { id, passed: own.length === calls.length && holds(own) };
  });
}

export const tensor = (value: unknown): Argument => ({ kind: 'tensor', value });

/** The number a call gave, NaN where it gave something else: NaN passes no comparison. */
export const numberOf = (result: CallResult | undefined): number =>
  result?.ok === true && typeof result.value === 'number' ? result.value : NaN;
