/** Where the numbers of a chart stand: a span of values on a length of the drawing. `ticks` are round values that cover the span. */
export type Scale = { ticks: number[]; place: (value: number) => number };

/** `from` and `to`: where the smallest and the largest tick stand. The span of the values grows to round ticks, about `count` of them. */
export function roundScale(values: readonly number[], from: number, to: number, count = 5): Scale {
  const [low, high] = spanOf(values);
  const step = roundStep((high - low) / count);
  const ticks = tickRange(Math.floor(low / step + EDGE), Math.ceil(high / step - EDGE), step);
  return { ticks, place: placer(ticks[0]!, ticks.at(-1)!, from, to) };
}

/** For counted things: the first and the last stand at the ends, ticks are whole numbers between them. */
export function countScale(values: readonly number[], from: number, to: number, count = 5): Scale {
  const [low, high] = spanOf(values);
  const step = Math.max(1, roundStep((high - low) / count));
  const ticks = tickRange(Math.ceil(low / step - EDGE), Math.floor(high / step + EDGE), step);
  return { ticks, place: placer(low, high, from, to) };
}

/** A tick that is off by rounding alone still counts as met. */
const EDGE = 1e-9;

/** The next of 1, 2, 5, 10 … (times a power of ten) that is at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((f) => f * power >= least * (1 - EDGE))!;
  return factor * power;
}

const tickRange = (first: number, last: number, step: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));

const placer = (low: number, high: number, from: number, to: number) => (value: number) =>
  from + ((value - low) / (high - low)) * (to - from);

/** Never empty and never of no width: what a double can hardly tell apart is one value. */
function spanOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const size = Math.max(Math.abs(low), Math.abs(high));
  return high - low > Math.max(1e-9 * size, 1e-100) ? [low, high] : [low, low + Math.max(1, size / 100)];
}

/** Labels of `height` beside values at `wanted`, moved down just so far that none covers another. */
export function spreadLabels(wanted: readonly number[], height: number): number[] {
  const placed = [...wanted];
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]!);
  order.slice(1).forEach((i, k) => {
    placed[i] = Math.max(placed[i]!, placed[order[k]!]! + height);
  });
  return placed;
}
