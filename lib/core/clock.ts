/** Milliseconds since 1970, UTC: how every instant is stored. The core never reads a clock; `now` is an argument. */
export type Instant = number & { readonly __unit: 'ms-since-epoch' };

export const instant = (ms: number): Instant => {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`not an instant: ${ms}`);
  return ms as Instant;
};
