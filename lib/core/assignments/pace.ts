import { instant, type Instant } from '../clock.ts';

/** At most `max` in any stretch of `withinMs`. */
export type Pace = { max: number; withinMs: number };

/** From when one more fits, given when the earlier ones were made (in any order); null when it fits now. */
export function freeAt(earlier: readonly Instant[], { max, withinMs }: Pace, now: Instant): Instant | null {
  const recent = earlier.filter((at) => at > now - withinMs).toSorted((a, b) => a - b);
  const oldest = recent.at(-max);
  return oldest === undefined ? null : instant(oldest + withinMs);
}
