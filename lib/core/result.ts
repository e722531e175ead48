/** An expected outcome: a value, or a coded failure with the values a message needs. Broken invariants throw instead. */
export type Result<T, E extends Failure = Failure> = { ok: true; value: T } | { ok: false; error: E };

/** `code` names the message (`errors.<code>` in both languages), `values` fills it. Never a sentence. */
export type Failure = { code: string; values?: Record<string, string | number> };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = <C extends string>(
  code: C,
  values?: Record<string, string | number>,
): { ok: false; error: { code: C; values?: Record<string, string | number> } } => ({
  ok: false,
  error: values ? { code, values } : { code },
});

/** Closes a switch over a union: a new member becomes a compile error here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
